//! Questions about pairs of records and their answers, on any two streams.

use std::io::BufRead;

use scrutineer_incidents::linkage::{Answer, Decided, Question, parse_answer};
use scrutineer_model::Message;

use crate::failure::Failure;
use crate::session::Session;

/// Asks about each question until the answers end. An answer that is not understood is asked again.
pub(super) fn ask(
    questions: &[(Question<'_>, [&str; 2])],
    answers: &mut dyn BufRead,
    session: &mut Session<'_>,
) -> Result<Vec<Decided>, Failure> {
    let mut decided = Vec::new();
    session.line(&session.plain("cli-incidents-review-how"))?;
    for (question, ids) in questions {
        let levels: Vec<String> = question
            .pair
            .levels
            .pairs()
            .iter()
            .map(|(field, level)| {
                let field = session.plain(&format!("incidents-field-{field}"));
                let level = level.trim_end_matches('_');
                let level = session.plain(&format!("incidents-level-{level}"));
                format!("{field}: {level}")
            })
            .collect();
        let message = Message::new("cli-incidents-review-question")
            .with("number", question.number as u64)
            .with("of", question.of as u64)
            .with("left", ids[0])
            .with("right", ids[1])
            .with("score", question.pair.score)
            .with("levels", levels.join("; "))
            .with(
                "state",
                match question.pair.identity {
                    Some(true) => "same",
                    Some(false) => "different",
                    None => "absent",
                },
            );
        loop {
            session.print(&format!("{} ", session.sentence(&message)))?;
            let mut line = String::new();
            let read = answers.read_line(&mut line);
            if !read.is_ok_and(|bytes| bytes > 0) {
                session.line("")?;
                return Ok(decided);
            }
            match parse_answer(&line) {
                Some(Answer::Decided(decision)) => {
                    decided.push(Decided {
                        left: question.pair.left,
                        right: question.pair.right,
                        decision,
                    });
                    break;
                }
                Some(Answer::Skip) => break,
                Some(Answer::Stop) => return Ok(decided),
                None => session.line(&session.plain("cli-incidents-review-again"))?,
            }
        }
    }
    Ok(decided)
}
