//! Shapes of divisions.

use scrutineer_formats::ElectionFolder;
use scrutineer_formats::geometry::{GeometryError, ShapeFile, document, parse, read};
use scrutineer_model::{Dataset, Divisions, GeoPoint, Geometry, Shape};

use crate::support::{SHEETS, SMALL, load_small};

fn dataset() -> Dataset {
    load_small(SMALL, SHEETS.as_bytes()).dataset
}

fn divisions(dataset: &Dataset) -> &Divisions {
    &dataset.hierarchies()[0].divisions
}

fn codes() -> Vec<String> {
    ["state", "town"].map(str::to_owned).to_vec()
}

fn reading(text: &str) -> Result<Geometry, Vec<GeometryError>> {
    let file = ShapeFile {
        name: "a.geojson",
        codes: &codes(),
        bytes: text.as_bytes(),
    };
    read(&[file], divisions(&dataset()))
}

fn collection(features: &[String]) -> String {
    format!(
        "{{\"type\":\"FeatureCollection\",\"name\":\"x\",\"features\":[{}]}}",
        features.join(",")
    )
}

fn feature(properties: &str, geometry: &str) -> String {
    format!("{{\"type\":\"Feature\",\"properties\":{properties},\"geometry\":{geometry}}}")
}

const SQUARE: &str =
    r#"{"type":"Polygon","coordinates":[[[0,0],[2.5,0],[2.5,1e0],[0,1],[0,0.0]]]}"#;

fn lines(errors: &[GeometryError]) -> Vec<String> {
    errors.iter().map(ToString::to_string).collect()
}

/// The polygon with a hole and the point are those of RFC 7946, appendices A.1 and A.3.
#[test]
fn polygons_with_holes_and_points_are_read_to_a_millionth_of_a_degree() {
    let hole = r#"{"type":"Polygon","coordinates":[
        [[100.0,0.0],[101.0,0.0],[101.0,1.0],[100.0,1.0],[100.0,0.0]],
        [[100.8,0.8],[100.8,0.2],[100.2,0.2],[100.2,0.8],[100.8,0.8]]]}"#;
    let point = r#"{"type":"Point","coordinates":[-66.9036061,10.4880096,920]}"#;
    let text = collection(&[
        feature(r#"{"state":1,"other":"CANARY"}"#, hole),
        feature(r#"{"state":"1","town":"02"}"#, point),
    ]);
    let geometry = reading(&text).expect("it is read");
    let place = |x: i32, y: i32| GeoPoint::new(x, y).expect("a place");
    let shapes: Vec<(Vec<String>, Shape)> = geometry
        .iter()
        .map(|(codes, shape)| (codes.to_vec(), shape.clone()))
        .collect();
    assert_eq!(shapes.len(), 2);
    assert_eq!(shapes[0].0, ["1"]);
    let Shape::Area(polygons) = &shapes[0].1 else {
        unreachable!("an area")
    };
    assert_eq!(polygons[0][0].len(), 4);
    assert_eq!(polygons[0][1][0], place(100_800_000, 800_000));
    assert_eq!(shapes[1].1, Shape::Spot(place(-66_903_606, 10_488_010)));

    let made = document(&geometry);
    assert!(!String::from_utf8_lossy(&made).contains("CANARY"));
    assert_eq!(parse(&made).expect("its own document"), geometry);
    assert_eq!(
        document(&geometry.clone().within(divisions(&dataset()))),
        made
    );
    let spaced = String::from_utf8(made)
        .expect("text")
        .replace("\"codes\":", "\"codes\": ");
    let errors = parse(spaced.as_bytes()).expect_err("another way to write it");
    assert!(errors[0].expected.contains("as this program writes it"));
}

#[test]
fn every_error_is_said_with_its_feature() {
    let square = |x: &str| SQUARE.replace("2.5", x);
    let text = collection(&[
        feature(r#"{"state":"9"}"#, SQUARE),
        feature(r#"{"town":"01"}"#, SQUARE),
        feature(r#"{"state":"1"}"#, &square("180.5")),
        feature(r#"{"state":"1"}"#, &SQUARE.replace(",[0,0.0]", ",[1,0]")),
        feature(
            r#"{"state":"1"}"#,
            r#"{"type":"LineString","coordinates":[[0,0],[1,1]]}"#,
        ),
        feature(
            r#"{"state":"1"}"#,
            r#"{"type":"Polygon","coordinates":[[[0,0],[1,1],[0,0]],[[0,"1"],[0]]]}"#,
        ),
        feature(r#"{"state":"1"}"#, SQUARE),
        feature(r#"{"state":"1"}"#, SQUARE),
        feature("null", "null"),
        "7".to_owned(),
    ]);
    let errors = lines(&reading(&text).expect_err("errors"));
    let expected = [
        "feature 1, properties.state, town: expected codes of a division of this election, found \"9\"",
        "feature 2, properties.state: expected the code of a division, as text, found nothing",
        "feature 3, geometry.coordinates[0][1]: expected a longitude from -180 to 180 and a latitude from -90 to 90, in degrees, found 180.5, 0",
        "feature 3, geometry.coordinates[0][2]: expected a longitude from -180 to 180 and a latitude from -90 to 90, in degrees, found 180.5, 1.0",
        "feature 4, geometry.coordinates[0]: expected a closed ring: the last position is the first one, found another last position",
        "feature 5, geometry.type: expected Polygon, MultiPolygon or Point, found \"LineString\"",
        "feature 6, geometry.coordinates[0]: expected a ring of at least 4 positions, found 3",
        "feature 6, geometry.coordinates[1][0]: expected a longitude from -180 to 180 and a latitude from -90 to 90, in degrees, found 0, \"1\"",
        "feature 6, geometry.coordinates[1][1]: expected a position: longitude and latitude, found 1 values",
        "feature 8, properties: expected each division once, found \"1\" again",
        "feature 9, properties: expected an object with the codes of a division, found nothing",
        "feature 9, geometry: expected Polygon, MultiPolygon or Point, found nothing",
        "feature 10: expected a feature, found 7",
    ];
    assert_eq!(errors, expected.map(|line| format!("a.geojson, {line}")));
}

#[test]
fn what_is_no_collection_is_said() {
    for (text, expected) in [
        ("[]", "expected GeoJSON"),
        ("{\"features\":{}}", "expected GeoJSON"),
        ("{\"features\":[]", "expected GeoJSON"),
        (
            "{\"type\":\"Topology\"}",
            "expected \"FeatureCollection\", found \"Topology\"",
        ),
        ("{}", "expected \"FeatureCollection\", found nothing"),
    ] {
        let errors = lines(&reading(text).expect_err(text));
        assert!(
            errors.len() == 1 && errors[0].contains(expected),
            "{text}: {errors:?}"
        );
    }
}

#[test]
fn a_file_of_more_values_than_are_held_is_refused_before_it_is_read() {
    let many = "0,".repeat(4_000_001);
    let text = format!("{{\"features\":[{{\"geometry\":[{many}0]}}]}}");
    let errors = lines(&reading(&text).expect_err("too many"));
    assert_eq!(errors.len(), 1, "{errors:?}");
    assert!(
        errors[0].contains("expected at most 4000000 values, found 4000001"),
        "{errors:?}"
    );
}

#[test]
fn an_area_goes_before_a_point_and_rings_below_the_precision_are_left_out() {
    let tiny = r#"{"type":"MultiPolygon","coordinates":[
        [[[0,0],[1e-9,0],[1e-9,1e-9],[0,0]]],[[[0,0],[1,0],[1,1],[0,0]]]]}"#;
    let text = collection(&[
        feature(
            r#"{"state":"1"}"#,
            r#"{"type":"Point","coordinates":[1,1]}"#,
        ),
        feature(r#"{"state":"1","town":null}"#, tiny),
    ]);
    let geometry = reading(&text).expect("it is read");
    let (_, shape) = geometry.iter().next().expect("a shape");
    assert!(
        matches!(shape, Shape::Area(polygons) if polygons.len() == 1),
        "{shape:?}"
    );
}

#[test]
fn the_folder_names_files_and_properties() {
    let with = |table: &str| format!("{SMALL}\n[[geometry]]\n{table}");
    let folder = ElectionFolder::parse(&with(
        "path = \"geometry/a.geojson\"\ncodes = [\"state\"]\n",
    ))
    .expect("a folder");
    assert_eq!(folder.geometry()[0].codes, ["state"]);
    assert_eq!(folder.geometry()[0].file.name(), "geometry/a.geojson");
    let many = "path = \"a\"\ncodes = [\"a\", \"b\", \"c\"]\nsha256 = \"x\"\n";
    let errors = ElectionFolder::parse(&with(many)).expect_err("errors");
    assert!(
        errors
            .iter()
            .any(|error| error.expected.starts_with("from 1 to 2 properties")),
        "{errors:?}"
    );
    assert!(
        errors.iter().any(|error| error.key == "geometry[1].sha256"),
        "{errors:?}"
    );
}
