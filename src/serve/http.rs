//! The server's sockets: one thread with a runtime of its own, and the stream of events for open pages.

use std::convert::Infallible;
use std::net::TcpListener;
use std::sync::Arc;
use std::sync::mpsc::Sender;
use std::thread;

use anyhow::Context;
use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::sse::{self, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use serde_json::json;
use tokio::sync::watch::Receiver;
use tokio_stream::wrappers::WatchStream;
use tokio_stream::{Stream, StreamExt};

use crate::serve::Event;
use crate::serve::reply::{self, Ask, EVENTS_PATH, Reply};
use crate::serve::shown::Shown;

type Watched = Receiver<Arc<Shown>>;

/// Serves `shown` on `listener` from a thread of its own, which reports its end as an [`Event`].
///
/// # Errors
/// When the system gives no thread or runtime.
pub fn start(listener: TcpListener, shown: Watched, tell: Sender<Event>) -> anyhow::Result<()> {
    listener.set_nonblocking(true).context("cannot prepare the port")?;
    let runtime =
        tokio::runtime::Builder::new_current_thread().enable_all().build().context("cannot start the server")?;
    let serve = async move {
        let listener = tokio::net::TcpListener::from_std(listener)?;
        axum::serve(listener, Router::new().fallback(answer).with_state(shown)).await
    };
    thread::Builder::new().name("ocop-http".to_owned()).spawn(move || {
        let reason = match runtime.block_on(serve) {
            Ok(()) => "the server ended".to_owned(),
            Err(error) => format!("the server ended: {error}"),
        };
        // When nobody listens any more, the program is ending as well.
        let _ = tell.send(Event::ServerEnded(reason));
    })?;
    Ok(())
}

async fn answer(State(shown): State<Watched>, request: Request) -> Response {
    let host = request.headers().get(header::HOST).and_then(|host| host.to_str().ok());
    let ask = Ask { method: request.method().as_str(), host, path: request.uri().path(), query: request.uri().query() };
    if ask.path == EVENTS_PATH && ask.method == "GET" && reply::is_local(ask.host) {
        let page = ask.query.and_then(|query| query.strip_prefix("page=")).unwrap_or("/").to_owned();
        return Sse::new(events(shown, page)).keep_alive(KeepAlive::default()).into_response();
    }
    let current = shown.borrow().clone();
    let (method, path) = (ask.method.to_owned(), ask.path.to_owned());
    let (host, query) = (ask.host.map(str::to_owned), ask.query.map(str::to_owned));
    aside(move || {
        let ask = Ask { method: &method, host: host.as_deref(), path: &path, query: query.as_deref() };
        response(reply::reply(ask, &current))
    })
    .await
}

/// Making a file takes from a millisecond to seconds (the search index): meanwhile others are served.
async fn aside<T: Send + 'static>(make: impl FnOnce() -> T + Send + 'static) -> T {
    tokio::task::spawn_blocking(make).await.expect("a panic has ended the process")
}

/// What an open page has to know: at once, then after each look.
fn events(shown: Watched, page: String) -> impl Stream<Item = Result<sse::Event, Infallible>> {
    WatchStream::new(shown).then(move |shown| {
        let page = page.clone();
        aside(move || {
            let id = shown.id(&reply::page_at(&page, shown.files.as_deref()));
            let data = json!({ "id": id, "overlay": shown.overlay });
            Ok(sse::Event::default().event("shown").data(data.to_string()))
        })
    })
}

fn response(reply: Reply) -> Response {
    let mut response = Response::new(Body::from(Bytes::from_owner(reply.body)));
    *response.status_mut() = StatusCode::from_u16(reply.status).expect("replies have known statuses");
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(reply.content_type));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    if reply.status == 405 {
        headers.insert(header::ALLOW, HeaderValue::from_static("GET, HEAD"));
    }
    if let Some(location) = reply.location.and_then(|location| HeaderValue::try_from(location).ok()) {
        headers.insert(header::LOCATION, location);
    }
    response
}
