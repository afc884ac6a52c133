extension DemoTopic {
    static let billing = DemoTopic(
        "billing", share: 24,
        subjects: """
            Charged twice for {product}
            Refund for order {order}
            Question about my {month} invoice
            Wrong amount on invoice {order}
            Payment failed
            Unexpected charge of {amount}
            Still waiting for my refund
            Invoice {order}: VAT number is missing
            Payment by bank transfer for {product}
            Subscription renewed although I had ended it
            """,
        openings: """
            I was charged {amount} twice for {product} in {month}.
            My invoice {order} shows {amount}, but the price we agreed on was {amount}.
            I returned {product} on {weekday} and still have no refund for order {order}.
            There is a charge of {amount} on my statement that I do not recognise.
            The payment for order {order} failed, yet {amount} was taken from my account.
            I would like a refund for {product}, order {order}.
            Our accountant says that the invoice for {month} does not carry our VAT number.
            The fee for {product} went up to {amount} without any notice on the invoice.
            """,
        details: """
            The first payment was on {weekday}, the second one at {time} the next day.
            My bank confirmed that both payments of {amount} went through.
            The order number is {order}.
            I paid with the same credit card as always.
            The receipt that I got by mail shows {amount}.
            We have been paying for {product} since {month}.
            The invoice went to our office in {city}.
            Last month the bill was {amount}, which was right.
            {name} from your billing team promised a refund within {number} days.
            """,
        wishes: """
            Please refund the second payment.
            Could you send a corrected invoice?
            Please tell me when I can expect the refund of {amount}.
            Can you check the payment and let me know what happened to it?
            Please take the extra charge off our bill.
            """)

    static let technical = DemoTopic(
        "technical_support", share: 28,
        subjects: """
            {product} is not working
            "{problem}" when I open {product}
            {product} crashes on my {device}
            Very slow since {weekday}
            Sync stopped working
            Outage of {product}?
            Error message in {product}
            {product} does not load
            Connection problems in {city}
            Bug in {product} after the update
            """,
        openings: """
            Since {weekday} {product} is not working on my {device}.
            Whenever I open {product} I get the error message "{problem}".
            {product} crashes as soon as I press save.
            The {product} does not load any more: the screen stays white.
            {product} has become very slow, a page takes {number} seconds.
            The sync between {product} and my {device} stopped working at {time}.
            We see the error "{problem}" in {product} about {number} times a day.
            After the last update {product} freezes on every {device} in the office.
            """,
        details: """
            I have restarted the {device} and cleared the cache, but the problem persists.
            It worked until {weekday}.
            A colleague in {city} has the same problem on a {device}.
            The error comes at about {time} every day.
            I reinstalled it and the issue is still there.
            The log says "{problem}".
            On my {device} it fails as well.
            I tried another browser and another network.
            Nothing was changed on our side except an update in {month}.
            It affects {number} of us.
            """,
        wishes: """
            Can you fix this?
            Please look into the error.
            What else can I try to get it working again?
            Please tell us when the bug is fixed.
            Do you see an outage on your side?
            """)

    static let siteEdit = DemoTopic(
        "site_edit", share: 10,
        subjects: """
            Please update the {page} page
            New picture for the {page} page
            Typo on the {page} page
            Change of opening hours on our website
            Broken link on the {page} page
            Text for the {page} page
            Replace the logo in the footer
            """,
        openings: """
            Please change the text on the {page} page of our website.
            There is a typo in the second paragraph of the {page} page.
            Please replace the picture on the {page} page with the attached one.
            The link on the {page} page is broken, it should go to the {page} page.
            Can you add {name} to the {page} page? Photo and text are attached.
            Please put a banner on the home page from {weekday} on.
            The footer of our website still shows the old phone number.
            """,
        details: """
            The headline should say "{city} in {month}".
            The new image is attached to this message.
            The button next to it can stay where it is.
            Please remove the paragraph about {product} from that page.
            It should go live on {weekday}.
            The same text stands on the {page} page.
            The logo in the header stays.
            The opening hours are from {time} now.
            """,
        wishes: """
            Please publish it when it is done.
            Could you update the page by {weekday}?
            Please replace it on the website and send me the link.
            Thanks for changing the page.
            """)

    static let question = DemoTopic(
        "question", share: 18,
        subjects: """
            How do I set up {product}?
            Question about {product}
            Do you deliver to {city}?
            Information on {product}
            Which plan includes {product}?
            How long does delivery take?
            Is there a guide for {product}?
            """,
        openings: """
            How do I set up {product} for {number} people?
            I would like to know whether {product} is available in {city}.
            Could you tell me what the difference between {product} and {product} is?
            How long does it take to deliver {product} to {city}?
            I am interested in {product} and would like more information about its features.
            Is it possible to use {product} on a {device}?
            What are the steps to move from {product} to {product}?
            Is there a way to integrate {product} with {product}?
            """,
        details: """
            We are a small team in {city}.
            We would start in {month}.
            I could not find instructions in the documentation.
            Where can I find a step by step guide?
            I am just wondering before we decide.
            At the moment we use a {device} for this.
            Does it support more than {number} people?
            Which requirements does it have?
            What are the system requirements for a {device}?
            """,
        wishes: """
            Could you point me to the documentation?
            Any guidance is welcome.
            Where can I learn more about it?
            Can you recommend a way to do this?
            I would like to know how others do it.
            """)

    static let account = DemoTopic(
        "account", share: 10,
        subjects: """
            Change my email address
            Delete my account
            Locked out of my account
            Update my profile
            Two accounts, please merge them
            New name on my profile
            """,
        openings: """
            I would like to change my email address, the old one in {city} no longer exists.
            Please delete my account and my personal data.
            I am locked out of my account since {weekday}.
            How can I change my name in my profile?
            I have two accounts by mistake and would like you to merge the accounts.
            Please close my account at the end of {month}.
            I want to transfer my account to {name}.
            """,
        details: """
            I opened my account in {month}.
            My username has not changed.
            My profile still shows the personal details from {city}.
            The account settings do not let me edit my profile.
            The last login to my account was on {weekday}.
            I also want to update my address.
            {name} has access to the account too.
            """,
        wishes: """
            Please confirm when my account has been updated.
            Please tell me what you need from me to change my profile.
            Can you do that in my account settings?
            Please let me know once my details are right.
            """)

    static let redemption = DemoTopic(
        "redemption", share: 5,
        subjects: """
            Voucher code {order} is refused
            Redeem a gift card
            My points are missing
            Promo code for {product}
            Gift card from {name}
            """,
        openings: """
            I cannot redeem my voucher code {order}.
            I got a gift card from {name} and want to redeem it for {product}.
            My loyalty points from {month} are missing.
            The promo code {order} is refused at the checkout.
            Where do I redeem the coupon that came with {product}?
            """,
        details: """
            The gift card is worth {amount}.
            The voucher says that it is valid until {month}.
            I have {number} reward points left.
            I typed the coupon in exactly as printed.
            {name} could redeem hers without trouble.
            """,
        wishes: """
            Please send me a new voucher code.
            How can I redeem it?
            Please add the points to my loyalty card.
            Can you redeem the gift card for me?
            """)

    static let other = DemoTopic(
        "other", share: 5,
        subjects: """
            A complaint
            Feedback on your service
            Please call me
            Unsubscribe from the newsletter
            Student project in {city}
            Praise for {name}
            """,
        openings: """
            I want to make a complaint about your driver in {city}.
            I would like to leave some feedback about your service.
            I want to speak to a human agent, not to a machine.
            Please take me off the newsletter.
            We are students in {city} and would like to do an interview with your founder.
            I would like to apply for a job with you, my CV is on its way.
            """,
        details: """
            {name} was very friendly on {weekday}, I wanted to say that in a review.
            Your van was parked in front of our house at {time}.
            I have written this comment before.
            I get your newsletter {number} times a month.
            Nobody has answered my complaint since {month}.
            """,
        wishes: """
            Please pass this feedback on.
            I would like to talk to a person about it.
            Please ask an agent to call me.
            Thank you for reading my comment.
            """)
}
