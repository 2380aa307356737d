//! The witness as a web server.
//!
//! `POST /add-checkpoint` and `GET /<SHA-256 of the origin>/checkpoint`, nothing else. Every connection ends
//! after a while whatever it does, there are only so many at a time, and a body is bounded before it is read.

mod listener;

use std::fmt;
use std::io;
use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::thread::JoinHandle;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response as HttpResponse};
use axum::routing::{get, post};
use scrutineer_tlog::witness::MAX_REQUEST;
use tokio::runtime::Builder;
use tokio::task::spawn_blocking;

use super::{Response, Witness, WitnessError};

use listener::Bounded;

/// The status of what does not follow from what was cosigned.
const CONTRADICTED: u16 = 422;

/// The time of day, in POSIX seconds.
type Clock = dyn Fn() -> u64 + Send + Sync;

/// Who is told what happened, from the threads that answer.
type Tell = dyn Fn(Served) + Send + Sync;

/// What whoever runs a witness should hear of; who asks hears only the answer.
#[derive(Debug)]
#[non_exhaustive]
pub enum Served {
    /// A request that contradicts what was cosigned before (status 422). Where it is log-signed it is kept
    /// as evidence.
    Contradicted {
        /// The reason that was answered.
        reason: String,
    },
    /// The memory of the witness failed, and nothing was cosigned (status 500).
    Failed(WitnessError),
}

/// A witness that answers over HTTP, in a thread of its own.
pub struct WitnessServer {
    address: SocketAddr,
    stop: Option<Stop>,
    thread: Option<JoinHandle<io::Result<()>>>,
}

type Stop = std::sync::mpsc::Sender<()>;

#[derive(Clone)]
struct Shared {
    witness: Arc<Witness>,
    clock: Arc<Clock>,
    tell: Arc<Tell>,
}

impl WitnessServer {
    /// Listens on `address`; port 0 takes a free one. `clock` gives the time to state, in POSIX seconds;
    /// `tell` is called with what whoever runs the witness should hear of.
    ///
    /// # Errors
    ///
    /// When the address cannot be listened on.
    pub fn start(
        address: SocketAddr,
        witness: Arc<Witness>,
        clock: impl Fn() -> u64 + Send + Sync + 'static,
        tell: impl Fn(Served) + Send + Sync + 'static,
    ) -> io::Result<Self> {
        let listener = TcpListener::bind(address)?;
        let address = listener.local_addr()?;
        listener.set_nonblocking(true)?;
        let shared = Shared {
            witness,
            clock: Arc::new(clock),
            tell: Arc::new(tell),
        };
        let (stop, stopped) = std::sync::mpsc::channel::<()>();
        let thread = std::thread::Builder::new()
            .name("witness".to_owned())
            .spawn(move || run(listener, shared, stopped))?;
        Ok(Self {
            address,
            stop: Some(stop),
            thread: Some(thread),
        })
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Answers what is being asked, takes nothing new, and ends.
    ///
    /// # Errors
    ///
    /// When serving failed.
    pub fn stop(mut self) -> io::Result<()> {
        self.stop.take();
        self.join()
    }

    /// Serves until the process ends or serving fails.
    ///
    /// # Errors
    ///
    /// When serving failed.
    pub fn wait(mut self) -> io::Result<()> {
        self.join()
    }

    fn join(&mut self) -> io::Result<()> {
        match self.thread.take().map(JoinHandle::join) {
            None => Ok(()),
            Some(Ok(result)) => result,
            Some(Err(panic)) => std::panic::resume_unwind(panic),
        }
    }
}

impl fmt::Debug for WitnessServer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "WitnessServer({})", self.address)
    }
}

fn run(
    listener: TcpListener,
    shared: Shared,
    stopped: std::sync::mpsc::Receiver<()>,
) -> io::Result<()> {
    let runtime = Builder::new_current_thread()
        .enable_io()
        .enable_time()
        .build()?;
    runtime.block_on(async move {
        let listener = Bounded::new(tokio::net::TcpListener::from_std(listener)?);
        // Ends when the other half of the channel is dropped.
        let stopped = async move {
            let waited = spawn_blocking(move || stopped.recv());
            let _ = waited.await;
        };
        axum::serve(listener, router(shared))
            .with_graceful_shutdown(stopped)
            .await
    })
}

fn router(shared: Shared) -> Router {
    Router::new()
        .route("/add-checkpoint", post(add_checkpoint))
        .route("/{origin}/checkpoint", get(monitor))
        .with_state(shared)
}

async fn add_checkpoint(
    State(shared): State<Shared>,
    headers: HeaderMap,
    body: Body,
) -> HttpResponse {
    // Whoever announces too much need not send it first.
    let announced = headers.get(header::CONTENT_LENGTH);
    let announced = announced.and_then(|length| length.to_str().ok()?.parse::<usize>().ok());
    let read = match announced {
        Some(length) if length > MAX_REQUEST => None,
        _ => to_bytes(body, MAX_REQUEST).await.ok(),
    };
    let Some(body) = read else {
        let reason = format!("expected a request of at most {MAX_REQUEST} bytes\n");
        return (StatusCode::PAYLOAD_TOO_LARGE, reason).into_response();
    };
    // Storing waits for the disk.
    let Shared {
        witness,
        clock,
        tell,
    } = shared;
    answer(tell, move || witness.add_checkpoint(&body, clock())).await
}

async fn monitor(State(shared): State<Shared>, Path(origin): Path<String>) -> HttpResponse {
    let Shared { witness, tell, .. } = shared;
    answer(tell, move || {
        witness.monitor(&format!("{origin}/checkpoint"))
    })
    .await
}

async fn answer(
    tell: Arc<Tell>,
    work: impl FnOnce() -> Result<Response, WitnessError> + Send + 'static,
) -> HttpResponse {
    let worked = spawn_blocking(move || {
        work()
            .map_err(|error| tell(Served::Failed(error)))
            .inspect(|response| {
                if response.status == CONTRADICTED {
                    let reason = response.body.trim_end().to_owned();
                    tell(Served::Contradicted { reason });
                }
            })
    });
    let Ok(Ok(response)) = worked.await else {
        // Why is for whoever runs the witness, not for whoever asks it.
        return (
            StatusCode::INTERNAL_SERVER_ERROR,
            "the witness cannot store its answer\n",
        )
            .into_response();
    };
    let status = StatusCode::from_u16(response.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let content_type = HeaderValue::from_static(response.content_type);
    (
        status,
        [(header::CONTENT_TYPE, content_type)],
        response.body,
    )
        .into_response()
}
