/** The limits of the third survey, with one minimum area for all classes, m². */
export const LIMITS = { sliverArea: 10, narrowRatio: 4, acuteAngle: 10, minimumArea: () => 200 }
