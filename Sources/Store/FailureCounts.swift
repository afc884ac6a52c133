import Domain
import SQLite

/// How failed logins or look-ups of one subject are limited.
package struct FailureLimit: Sendable {
    package let most: Int64
    /// Windows of 15 minutes that begin with the first failure.
    package static let window: Int64 = 15 * 60 * 1000

    package init(_ most: Int64) { self.most = most }
}

/// How often a subject has failed in the window that runs.
package struct Failures: Sendable {
    package let count: Int64
    /// Seconds until the window ends.
    package let secondsLeft: Int64

    /// Seconds until the subject may fail again; nil when it may now.
    package func lockedFor(_ limit: FailureLimit) -> Int64? { count >= limit.most ? secondsLeft : nil }
}

extension Reading {
    package func failures(of subject: String) throws(Failure) -> Failures {
        let running = try first(
            "SELECT failures, window_started_at FROM failure_counts WHERE subject = $1 AND window_started_at > $2",
            [.text(subject), .integer(now.milliseconds - FailureLimit.window)]
        ) { (count: $0.integer(0), begun: $0.integer(1)) }
        guard let running else { return Failures(count: 0, secondsLeft: 0) }
        let left = (running.begun + FailureLimit.window - now.milliseconds + 999) / 1000
        return Failures(count: running.count, secondsLeft: max(1, left))
    }

    /// Seconds until `subject` may fail again; nil when it may now.
    package func lockedFor(_ subject: String, _ limit: FailureLimit) throws(Failure) -> Int64? {
        try failures(of: subject).lockedFor(limit)
    }
}

extension Writing {
    package func countFailure(_ subject: String) throws(Failure) {
        try run(
            """
            INSERT INTO failure_counts (subject, window_started_at, failures) VALUES ($1, $2, 1)
            ON CONFLICT (subject) DO UPDATE SET
                failures = CASE WHEN window_started_at > $3 THEN failures + 1 ELSE 1 END,
                window_started_at = CASE WHEN window_started_at > $3 THEN window_started_at ELSE $2 END
            """,
            [.text(subject), .integer(now.milliseconds), .integer(now.milliseconds - FailureLimit.window)])
    }

    package func forgetFailures(_ subject: String) throws(Failure) {
        try run("DELETE FROM failure_counts WHERE subject = $1", [.text(subject)])
    }

    /// For the housekeeper.
    package func forgetOldFailures() throws(Failure) {
        try run(
            "DELETE FROM failure_counts WHERE window_started_at <= $1",
            [.integer(now.milliseconds - FailureLimit.window)])
    }
}
