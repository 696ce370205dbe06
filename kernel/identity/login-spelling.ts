/** What a person types to sign in: small letters so that nobody wonders which case was meant. */
export const LOGIN = '^[a-z][a-z0-9._-]{2,31}$'
