/// Sentences that demo texts of every category share, and what is said later in a conversation.
enum DemoThread {
    static let greetings = DemoTemplate.lines(
        """
        Hello,
        Hi there,
        Hi,
        Dear support team,
        Good morning,
        Good afternoon,
        Hello from {city},
        """)

    static let closings = DemoTemplate.lines(
        """
        Thanks, {name}
        Kind regards, {name}
        Best wishes, {name}
        Thank you, {name}
        Regards from {city}, {name}
        {name}
        """)

    private static let urgent = DemoTemplate.lines(
        """
        This is urgent: production is down and nobody can work.
        It is an emergency, all our customers are affected.
        We have a complete outage and are losing money every minute.
        """)

    private static let high = DemoTemplate.lines(
        """
        This is urgent for us, our deadline is on {weekday}.
        Please answer as soon as possible, we are blocked.
        I have written three times already and this is unacceptable.
        We need this right away.
        """)

    private static let low = DemoTemplate.lines(
        """
        There is no rush.
        It is a minor thing, no hurry.
        Whenever you have time.
        It is not urgent.
        """)

    /// What people add when it is more or less pressing than usual; nil when it is as usual.
    static func pressing(_ priority: String) -> [DemoTemplate]? {
        switch priority {
        case "urgent": urgent
        case "high": high
        case "low": low
        default: nil
        }
    }

    static let staffOpenings = DemoTemplate.lines(
        """
        Thank you for writing to us.
        Thanks for your patience.
        I am sorry for the trouble with {product}.
        Thank you for the details.
        I have looked into this for you.
        Good news from our team in {city}.
        """)

    static let staffActions = DemoTemplate.lines(
        """
        I have refunded {amount}; it should reach your account within {number} days.
        The error "{problem}" came from an update on {weekday}, which we have taken back.
        Please open the settings, choose {product} and press save once.
        The page has been changed and is live since {time}.
        I have sent the corrected invoice for order {order} to your address.
        We could reproduce the problem on a {device} and are working on a fix.
        Your profile has been updated.
        Could you send us a picture of what you see on your {device}?
        """)

    static let staffFollowUps = DemoTemplate.lines(
        """
        Could you check whether everything is right now?
        If it happens again, please tell us the time.
        I will write again on {weekday}.
        You can find the steps in our guide to {product}.
        My colleague {name} will keep an eye on it.
        """)

    static let staffClosings = DemoTemplate.lines(
        """
        Kind regards
        Best wishes
        All the best
        Have a good {weekday}
        """)

    static let customerAnswers = DemoTemplate.lines(
        """
        I tried that on my {device}, but the result is the same.
        It worked for {number} hours and then stopped again.
        The order number is {order}, if that helps.
        I have attached a picture of the message "{problem}".
        Yes, that is the right amount: {amount}.
        Sorry for the late answer, I was in {city} until {weekday}.
        Do you have any news about {product}?
        Only one of the two is right now.
        """)

    static let customerMore = DemoTemplate.lines(
        """
        What shall I do next?
        Could you look again?
        {name} sees the same.
        I can be reached until {time}.
        Please keep me informed.
        """)

    static let thanks = DemoTemplate.lines(
        """
        Thank you, it works now.
        Thanks a lot, everything is fine!
        Perfect, thank you very much for the quick help.
        Great, that solved it. Thanks!
        Many thanks, all sorted.
        """)

    static let notes = DemoTemplate.lines(
        """
        Customer called on {weekday}, wants an answer by {time}.
        Looks like the same cause as order {order}.
        Asked {name} to check the logs of {product}.
        Refund of {amount} approved by {name}.
        Could not reproduce it on a {device}.
        Waiting for the vendor in {city}, promised for {weekday}.
        Known issue "{problem}", fix planned for {month}.
        VIP customer, please be quick.
        """)
}
