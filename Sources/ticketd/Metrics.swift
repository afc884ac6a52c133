import Server
import Store

/// The figures of `/metrics` in Prometheus' text format.
enum Metrics {
    static func text(_ server: Server.Counters?, _ writer: Writer.Figures) -> String {
        var text = ""
        func add(_ name: String, _ kind: String, _ help: String, _ samples: [(labels: String, value: Int)]) {
            text += "# HELP ticketd_\(name) \(help)\n# TYPE ticketd_\(name) \(kind)\n"
            for sample in samples { text += "ticketd_\(name)\(sample.labels) \(sample.value)\n" }
        }
        if let server {
            add("connections_open", "gauge", "Connections open now.", [("", server.connectionsOpen)])
            add("connections_accepted_total", "counter", "Connections accepted.", [("", server.connectionsAccepted)])
            add(
                "connections_refused_total", "counter", "Connections refused at the limit.",
                [("", server.connectionsRefused)])
            add("streams_open", "gauge", "Event streams open now.", [("", server.streamsOpen)])
            add("streams_opened_total", "counter", "Event streams opened.", [("", server.streamsOpened)])
            add(
                "responses_total", "counter", "Answers by class of status.",
                [
                    ("{class=\"2xx\"}", server.responses2xx), ("{class=\"3xx\"}", server.responses3xx),
                    ("{class=\"4xx\"}", server.responses4xx), ("{class=\"5xx\"}", server.responses5xx),
                ])
            add("received_bytes_total", "counter", "Bytes received.", [("", server.bytesReceived)])
            add("sent_bytes_total", "counter", "Bytes sent.", [("", server.bytesSent)])
        }
        add("writer_commits_total", "counter", "Groups of writes.", [("", writer.commits)])
        add("writer_jobs_total", "counter", "Writes.", [("", writer.jobs)])
        add("writer_jobs_waiting", "gauge", "Writes that wait.", [("", writer.waiting)])
        return text
    }
}
