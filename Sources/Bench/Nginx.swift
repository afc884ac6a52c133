import Foundation
import Platform

/// The reference for reads: as many workers as the server has loops, a constant answer and static files.
final class Nginx {
    let port: UInt16
    private let child: Child

    /// - Parameter files: name and content of what is served.
    init(_ tools: Tools, _ scratch: Scratch, files: [(name: String, content: [UInt8])]) throws {
        port = try HTTPClient.freePort()
        let root = scratch.file("nginx")
        try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
        for file in files { try File.write(file.content, to: "\(root)/\(file.name)") }
        let configuration = try scratch.write(
            """
            worker_processes \(System.processorCount);
            daemon off;
            pid \(root)/nginx.pid;
            error_log \(root)/error.log error;
            events { worker_connections 2048; }
            http {
                access_log off;
                sendfile on;
                tcp_nopush on;
                keepalive_timeout 60s;
                keepalive_requests 1000000000;
                default_type application/json;
                client_body_temp_path \(root)/body;
                proxy_temp_path \(root)/proxy;
                fastcgi_temp_path \(root)/fastcgi;
                uwsgi_temp_path \(root)/uwsgi;
                scgi_temp_path \(root)/scgi;
                server {
                    listen 127.0.0.1:\(port) reuseport;
                    root \(root);
                    location = /healthz { return 200 '{"status":"ok"}'; }
                }
            }

            """, to: "nginx.conf")
        child = try Child(
            tools, tools.nginx, ["-c", configuration, "-p", root, "-e", "\(root)/error.log"],
            output: scratch.file("nginx.log"))
        let client = HTTPClient(port: port)
        let deadline = Clock.monotonicNanoseconds + 10_000_000_000
        while true {
            // Refused until it listens.
            if let answer = try? client.get("/healthz"), answer.status == 200 { break }
            guard child.isRunning, Clock.monotonicNanoseconds < deadline else {
                throw BenchError("nginx does not answer: \(child.output.suffix(500))")
            }
            usleep(2000)
        }
    }

    var url: String { "http://127.0.0.1:\(port)" }

    /// The master ends its workers on SIGTERM; they end by themselves when it was killed and their channel breaks.
    func stop() { child.stop() }
}
