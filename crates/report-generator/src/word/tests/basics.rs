use serde_json::json;

use super::filled;

#[test]
fn a_value_takes_the_place_of_its_tag() {
    assert_eq!(filled("Hello ‹‹ name ››!", &json!({"name": "Ann & <Bob>"})), "x");
}
