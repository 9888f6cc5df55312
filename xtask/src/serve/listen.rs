//! Connections: accepts them on several threads, keeps them alive, and hands each request over.

use std::convert::Infallible;
use std::net::TcpListener;
use std::sync::Arc;
use std::time::Duration;

use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response, StatusCode};
use hyper_util::rt::{TokioIo, TokioTimer};

use super::site::{Answer, Body, Site};
use crate::failure::Failure;

/// Serves until the process ends.
///
/// # Errors
/// If the threads or the listener cannot be set up.
pub fn forever(listener: TcpListener, site: Site) -> Result<(), Failure> {
    let cannot = |error: std::io::Error| Failure::new(format!("the server cannot start: {error}"));
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(cannot)?;
    runtime.block_on(async {
        listener.set_nonblocking(true).map_err(cannot)?;
        let listener = tokio::net::TcpListener::from_std(listener).map_err(cannot)?;
        accept(listener, Arc::new(site)).await;
        Ok(())
    })
}

async fn accept(listener: tokio::net::TcpListener, site: Arc<Site>) {
    loop {
        let Ok((stream, _)) = listener.accept().await else {
            // Out of file handles, or a client that went away: both pass.
            tokio::time::sleep(Duration::from_millis(20)).await;
            continue;
        };
        // Small answers must not wait for the client's acknowledgement.
        let _ = stream.set_nodelay(true);
        let site = Arc::clone(&site);
        tokio::spawn(async move {
            let service = service_fn(move |request| answer(Arc::clone(&site), request));
            // An error here is a client's: it broke off, or spoke no HTTP.
            let _ = http1::Builder::new()
                .timer(TokioTimer::new())
                .serve_connection(TokioIo::new(stream), service)
                .await;
        });
    }
}

async fn answer(site: Arc<Site>, request: Request<Incoming>) -> Result<Answer, Infallible> {
    let (head, _) = request.into_parts();
    // Reading files blocks, and must not block other connections.
    let answer = tokio::task::spawn_blocking(move || site.answer(&head.method, &head.uri, &head.headers));
    Ok(answer.await.unwrap_or_else(|_| {
        let mut broken = Response::new(Body::default());
        *broken.status_mut() = StatusCode::INTERNAL_SERVER_ERROR;
        broken
    }))
}
