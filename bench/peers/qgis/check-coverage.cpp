// QGIS geometry checker on one file of length-prefixed WKB (uint32 little endian, then so many bytes): each check is timed on its
// own, in one thread, with the features in a memory layer and its feature pool. Prints one line of JSON.
#include <qgsapplication.h>
#include <qgsfeedback.h>
#include <qgsgeometrycheckcontext.h>
#include <qgsgeometryduplicatecheck.h>
#include <qgsgeometrygapcheck.h>
#include <qgsgeometryisvalidcheck.h>
#include <qgsgeometryoverlapcheck.h>
#include <qgsgeometrysliverpolygoncheck.h>
#include <qgsproject.h>
#include <qgsvectorlayer.h>
#include <qgsvectordataproviderfeaturepool.h>

#include <QFile>
#include <chrono>
#include <cstdio>

static void addFeatures( QgsVectorLayer &layer, const char *path )
{
  QFile file( path );
  if ( !file.open( QIODevice::ReadOnly ) ) exit( 2 );
  QgsFeatureList features;
  quint32 length;
  while ( file.read( reinterpret_cast<char *>( &length ), 4 ) == 4 )
  {
    QgsGeometry geometry;
    geometry.fromWkb( file.read( length ) );
    QgsFeature feature;
    feature.setGeometry( geometry );
    features << feature;
  }
  layer.dataProvider()->addFeatures( features );
}

static double secondsOf( const QgsGeometryCheck &check, const QMap<QString, QgsFeaturePool *> &pools, int &found )
{
  QList<QgsGeometryCheckError *> errors;
  QStringList messages;
  QgsFeedback feedback;
  const auto begun = std::chrono::steady_clock::now();
  check.collectErrors( pools, errors, messages, &feedback );
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begun;
  found = errors.size();
  qDeleteAll( errors );
  return taken.count();
}

int main( int argc, char *argv[] )
{
  QgsApplication app( argc, argv, false );
  QgsApplication::initQgis();
  QgsVectorLayer layer( "MultiPolygon?crs=EPSG:4524", "patch", "memory" );
  addFeatures( layer, argv[1] );
  QgsVectorDataProviderFeaturePool pool( &layer );
  const QMap<QString, QgsFeaturePool *> pools { { layer.id(), &pool } };
  QgsGeometryCheckContext context( 3, layer.crs(), QgsProject::instance()->transformContext(), QgsProject::instance() );
  // Gaps of up to 10 000 m² (its own limit is given in map units), slivers as the county's rules see them.
  const QgsGeometryGapCheck gaps( &context, { { "gapThreshold", 10000.0 } } );
  const QgsGeometryOverlapCheck overlaps( &context, { { "maxOverlapArea", 0.0 } } );
  const QgsGeometryDuplicateCheck duplicates( &context, {} );
  const QgsGeometryIsValidCheck validity( &context, {} );
  const QgsGeometrySliverPolygonCheck slivers( &context, { { "threshold", 20.0 }, { "areaThreshold", 10.0 } } );
  const QList<QPair<const char *, const QgsGeometryCheck *>> checks {
    { "overlap", &overlaps }, { "gap", &gaps }, { "duplicate", &duplicates }, { "validity", &validity }, { "sliver", &slivers } };
  std::printf( "{\"version\":\"%s\",\"features\":%lld,\"checks\":{", Qgis::version().section( '-', 0, 0 ).toUtf8().constData(),
               static_cast<long long>( layer.featureCount() ) );
  const char *comma = "";
  for ( const auto &check : checks )
  {
    int found = 0;
    const double seconds = secondsOf( *check.second, pools, found );
    std::printf( "%s\"%s\":{\"seconds\":%.3f,\"found\":%d}", comma, check.first, seconds, found );
    std::fflush( stdout );
    comma = ",";
  }
  std::printf( "}}\n" );
  return 0;
}
