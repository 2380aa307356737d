use super::*;
use scrutineer_model::GeoPoint;

fn place(longitude: f64, latitude: f64) -> GeoPoint {
    let millionths = |degrees: f64| format!("{:.0}", degrees * 1e6).parse().unwrap();
    GeoPoint::new(millionths(longitude), millionths(latitude)).unwrap()
}

fn area(points: &[(f64, f64)]) -> Shape {
    Shape::Area(vec![vec![
        points.iter().map(|at| place(at.0, at.1)).collect(),
    ]])
}

fn square(west: f64, south: f64) -> Shape {
    area(&[
        (west, south),
        (west + 1.0, south),
        (west + 1.0, south + 1.0),
        (west, south + 1.0),
    ])
}

/// cos(60.5 degrees) is 0.4924235601 (mpmath): a degree of longitude is 0.4924 of one of latitude, which has
/// 464 pixels.
#[test]
fn a_square_degree_is_as_narrow_as_its_latitude_says() {
    let made = map(&[&square(10.0, 60.0)], 1000).unwrap();
    assert_eq!((made.width, made.height), (16 + 228, 480));
    assert_eq!(
        made.drawn,
        [Drawn::Area("M8 472l228 0 0-464-228 0z".to_owned())]
    );
}

#[test]
fn neighbours_share_their_border_on_every_grid() {
    let jagged: Vec<(f64, f64)> = (0..400)
        .map(|at| (1.0 + 0.01 * f64::from(at % 7), f64::from(at) / 400.0))
        .collect();
    let mut left = vec![(0.0, 1.0), (0.0, 0.0)];
    left.extend(&jagged);
    let mut right = vec![(2.0, 0.0), (2.0, 1.0)];
    right.extend(jagged.iter().rev());
    let (left, right) = (area(&left), area(&right));
    for most in [100_000, 3_000, 800] {
        let made = map(&[&left, &right], most).unwrap();
        let points = |drawn: &Drawn| -> std::collections::BTreeSet<Pixel> {
            let Drawn::Area(path) = drawn else {
                panic!("an area")
            };
            absolute(path)
                .into_iter()
                .filter(|at| at.0 > 200 && at.0 < 500)
                .collect()
        };
        let bytes: usize = made.drawn.iter().map(Drawn::bytes).sum();
        assert!(bytes <= most, "{bytes}");
        assert!(!points(&made.drawn[0]).is_empty());
        assert_eq!(points(&made.drawn[0]), points(&made.drawn[1]));
    }
}

/// The points of a path with one ring.
fn absolute(path: &str) -> Vec<Pixel> {
    let spaced = path.replace('-', " -");
    let numbers = spaced.split(|c: char| c.is_ascii_alphabetic() || c == ' ');
    let numbers: Vec<i64> = numbers.filter_map(|number| number.parse().ok()).collect();
    let mut at = (0, 0);
    let steps = numbers.chunks(2).map(|step| {
        at = (at.0 + step[0], at.1 + step[1]);
        at
    });
    steps.collect()
}

#[test]
fn a_country_on_both_sides_of_the_antimeridian_stays_together() {
    let (west, east) = (square(179.0, 0.0), square(-180.0, 0.0));
    let made = map(&[&west, &east], 1000).unwrap();
    let left = |drawn: &Drawn| {
        let Drawn::Area(path) = drawn else {
            panic!("an area")
        };
        absolute(path).iter().map(|at| at.0).min().unwrap()
    };
    assert_eq!(left(&made.drawn[0]), 8);
    assert_eq!(left(&made.drawn[1]), 320);
}

#[test]
fn what_is_too_small_for_the_grid_is_a_point_as_is_a_point() {
    let dot = area(&[(5.0, 5.0), (5.000_001, 5.0), (5.000_001, 5.000_001)]);
    let made = map(
        &[&square(0.0, 0.0), &dot, &Shape::Spot(place(10.0, 10.0))],
        1000,
    )
    .unwrap();
    assert!(matches!(made.drawn[0], Drawn::Area(_)));
    assert!(matches!(made.drawn[1], Drawn::Spot(_)));
    assert_eq!(made.drawn[2], Drawn::Spot((made.width - 8, 8)));
    assert!(map(&[], 1000).is_none());
    let alone = map(&[&Shape::Spot(place(10.0, 10.0))], 1000).unwrap();
    assert_eq!(alone.drawn, [Drawn::Spot((8, 8))]);
}

#[test]
fn points_in_line_and_lines_that_turn_back_are_left_out() {
    let ring = [
        (0, 0),
        (4, 0),
        (8, 0),
        (12, 0),
        (8, 0),
        (8, 4),
        (8, 8),
        (0, 8),
        (0, 4),
    ];
    assert_eq!(thinned(&ring, 1), [(0, 0), (8, 0), (8, 8), (0, 8)]);
    assert!(thinned(&ring, 20).is_empty());
    assert!(thinned(&[(0, 0), (5, 0), (9, 0)], 1).is_empty());
}
