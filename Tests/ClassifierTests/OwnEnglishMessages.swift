/// Messages written for these tests in English: `category | subject | body`, `\n` for a new line. Nobody's tickets.
let ownEnglishMessages = #"""
    billing | Two payments for one order | Hi, my card statement lists the same order twice. I only bought one lamp. Please return the second payment.
    billing | Missing VAT number on receipt | Could you send the February receipt again with our VAT number on it? Our accountant will not take it otherwise.
    billing | | You took 49 euros from my bank account yesterday although I cancelled in January. I want that money back.
    billing | Refund still missing | The parcel went back three weeks ago, your warehouse has confirmed it, but nothing has been credited yet.
    billing | | Why has my monthly fee gone up? Nobody told me about a new price.
    billing | Switching to yearly | We pay monthly at the moment and would like to be invoiced once a year instead. What would that cost for 12 seats?
    billing | Late payment reminder | I received a payment reminder today but the amount left my account on the 3rd. Please check before you send it to collections.
    billing | | do u take paypal or only credit card??
    billing | Discount not applied | The quote said 15 percent off for charities, the bill shows the full amount.
    billing | Unknown charge | There's a charge of $89.90 from your company on my Visa that I never authorised.
    billing | Card expired | My credit card expires this month. Where do I enter the new one so that the subscription does not lapse?
    billing | | I was told the first month is free but 19.99 was debited this morning
    billing | Purchase order | Our finance team can only pay against a purchase order. Please reissue invoice 2231 with PO 77812 on it.
    billing | instalments | Would it be possible to pay the remaining balance in three instalments?
    billing | | Cancelled the order same day. Still waiting for my money. This is getting ridiculous.
    billing | Direct debit returned | Our bank rejected your direct debit because of a wrong IBAN. Here is the correct one, please try again.
    billing | | invioce for may is missing, can you mail it to accounting pls
    billing | overpaid | I seem to have payed the same bill two times by bank transfer. How do I get the surplus back?
    billing | | Hi there, I have been charged for ten users but we only have seven since March. Can you correct the bill?
    billing | Re: your order | > Thank you for your order!\n> Track it here: https://shop.example/track\n\nThe total on this does not match what left my account. You charged 12 pounds more.
    technical_support | Cannot export | Whenever I press Export the page goes white and nothing is downloaded. Chrome and Firefox are both the same.
    technical_support | | the app keeps closing by itself right after I open it since the update last night
    technical_support | Printer offline | The label printer in our warehouse shows as offline although it is switched on and on the network.
    technical_support | No mails arriving | Since Tuesday no notification mails reach us. The spam folder is empty and our mail server logs show no attempt.
    technical_support | | I can't log in any more. It says my password is wrong and the reset mail never comes.
    technical_support | 500 on checkout | Customers see "Internal server error" when they press Buy. It began about an hour ago and happens on every browser.
    technical_support | Sync stuck | Contacts have been syncing for six hours and hang at 43%. I logged out and in again, no change.
    technical_support | | Everything is super slow today, pages take a minute to load
    technical_support | API returns 403 | Our nightly job gets 403 Forbidden from /v2/orders since the key was rotated. Same key works in Postman.
    technical_support | Video call | My microphone isn't picked up in calls. Camera is fine. Windows 11, latest version.
    technical_support | | your site is down???
    technical_support | Files gone | Half of the documents in our shared folder vanished overnight. We did not delete anything.
    technical_support | 2FA lost | I have a new phone and the authenticator codes are gone, so I am locked out of the admin panel.
    technical_support | | The scanner beeps but does not read any barcode. Tried new batteries.
    technical_support | bug report | Steps: open a project, click Rename, press Escape. Expected: the dialog closes. Actual: the tab crashes.
    technical_support | | wifi drops every ten minutes, already restarted the router twice
    technical_support | Suspicious login | I got an alert about a sign-in from another country. I think somebody got into our system.
    technical_support | Import fails | The CSV import stops at row 118 with "unexpected character". The file opens fine in a spreadsheet.
    technical_support | | teh dashbord doesnt load, just a spining wheel
    technical_support | Not a billing question | This is not a billing question: the invoice page itself throws an error when I open it, all other pages too.
    technical_support | Thermostat | After the firmware update the thermostat no longer connects to the app and blinks red.
    technical_support | | My card reader refuses every card today, the display says "connection lost".
    site_edit | New opening hours | From Monday we open at 8 instead of 9. Please change that on the contact page and in the footer.
    site_edit | | Can you swap the big picture on the homepage for the one I attached?
    site_edit | Typo | "Recieve" should be "Receive" in the second heading on the services page.
    site_edit | Remove staff profile | Martin left us last week. Please take his photo and bio off the team page.
    site_edit | News item | Please publish the attached text as a news post tomorrow morning and link it from the start page.
    site_edit | Price list | We raised prices for the spring. Could you upload the new PDF to the menu page and delete the old one?
    site_edit | Broken link | The link under "Our partners" leads to a page that does not exist any more. It should point to partners.example.org.
    site_edit | | add our new instagram to the footer please
    site_edit | Banner | Please put a banner at the top of the site: closed from 24 to 27 December.
    site_edit | Address | We have moved. The map and the address on the website need to be updated to 12 Mill Lane.
    site_edit | Form field | Could you add a field for the phone number to the enquiry form on our site?
    site_edit | | The button says "By now". Should be "Buy now".
    site_edit | Logo | Our logo has changed, the new one is attached as SVG. Please use it in the header everywhere.
    site_edit | Privacy policy | The lawyer sent a new privacy policy. Please replace the text on that page with the attached document.
    site_edit | Fix heading level on about page | 
    site_edit | Update copyright year in footer | 
    site_edit | Add testimonials section to landing page | 
    site_edit | Colours | The grey text on the about page is hard to read. Could you make it darker?
    site_edit | Events | The concert on the 8th is cancelled, please take it off the calendar page.
    site_edit | | Pls chnage the headline on the welcom page to "Spring is here"
    question | Delivery to islands | Do you ship to the Canary Islands, and how many days does it usually take?
    question | | How do I invite a colleague to a board?
    question | Student offer | Is there a cheaper plan for students? I could not find anything about it.
    question | Opening times | Are you open on Easter Monday?
    question | | what's the difference between the basic and the pro version
    question | Calendar integration | Does your tool work together with Outlook calendars? Is there a guide on how to set it up?
    question | Warranty | How long is the warranty on the coffee grinder, and does it cover the blades?
    question | | Where can I find the manual for the X200?
    question | Parcel | When will my order arrive? It was sent on Friday and the tracking page has said "in transit" since then.
    question | Data location | In which country is our data stored, and is it encrypted?
    question | | is it possible to use the app on two phones at the same time?
    question | Export formats | Which formats can reports be exported to? I need something that opens in Excel.
    question | Size | I'm between two sizes, which one would you recommend for the rain jacket?
    question | | Hello, I'd like to know whether your gluten free bread is also vegan. Thanks
    question | Bulk changes | Is there a way to rename many files at once?
    question | Trial | What happens to my projects when the trial ends?
    question | Documents | What papers do I need to open an account for my company?
    question | | Can my daughter use my ticket if I am ill?
    question | Training | Do you offer workshops for new teams? We would be about ten people.
    question | Limits | How many messages may we send per day through the API?
    question | | Looking for advice on how best to structure our knowledge base. Any recommendations?
    question | Activate card | What must I do to activate the card that came in the post today?
    question | Android | Will there be a version for Android tablets?
    question | | how to convert a video to mp4 on linux
    account | Change of e-mail | I have a new e-mail address. Please change it in my account, I can no longer read the old one.
    account | Close my account | Please close my account and delete everything that you have stored about me.
    account | | I married and my last name has changed, how do I update it in my profile?
    account | Two accounts | I registered twice by mistake. Can you merge both accounts?
    account | Username | I'd like a different username, the current one contains a typo.
    account | | pls delete my acount
    account | Owner left | The person who owned our workspace has left the company. Please transfer the ownership to me.
    account | New phone number | My mobile number has changed. I cannot find where to edit it in my account settings.
    account | Data request | Under the GDPR I ask for a copy of all personal data you hold on me.
    account | Profile picture | Where can I change my profile picture and display name?
    account | | Please add my husband as a second user to my membership.
    account | Newsletter settings | I'd like to change the notification settings of my profile so that I only get one mail a week.
    account | Deactivate | I will be abroad for a year, can my account be paused until then?
    account | Address | I moved house, my profile still has the old delivery address. The new one is 4 Elm Road.
    account | | How do I remove a former employee from our company account?
    account | Membership | My membership shows as inactive though I renewed it. Can you check my account status?
    redemption | Gift card | I was given a gift card for my birthday. At checkout it says the code is invalid.
    redemption | | how do i redeem my voucher
    redemption | Points | I have 4,200 bonus points. How can I exchange them for a reward?
    redemption | Promo code | The promo code SPRING20 from your mail does not work, it says expired although it is valid until Sunday.
    redemption | Voucher already used | It says my voucher has already been used, but I have not bought anything yet.
    redemption | | Where do I enter the discount code? I can't see a field for it.
    redemption | Missing points | My loyalty points for the last two purchases have not been added.
    redemption | Expired coupon | My coupon ran out yesterday while I was in hospital. Could you extend it?
    redemption | Activation code | The scratch-off activation code on the box can't be read. Can I get a new one?
    redemption | Gift card balance | How much is left on my gift card? The number is 6006 4911.
    redemption | | redemption code rejected, please help
    redemption | Two vouchers | Can I use two vouchers for one order?
    redemption | Reward | I picked the blue bag from the rewards catalogue six weeks ago and it still shows as pending.
    redemption | | my cuopon isnt accepted at the till
    other | Thank you | I only want to say how friendly your colleague on the phone was yesterday. Praise where it is due!
    other | Job | Do you have any vacancies for a part-time driver? My CV is attached.
    other | Guest post offer | We can place your brand on 200 high authority blogs and bring you to page one of Google. Interested?
    other | | I want to talk to a real person please
    other | Complaint | I wish to complain about the way your technician spoke to my mother.
    other | | Congratulations! Your number was drawn. Claim your 1,000 cash prize now, reply with your bank details.
    other | | hello
    other | | what's the weather like tomorrow
    other | Interview request | I'm a journalist at the local paper and would like to interview your director about the new hall.
    other | | tell me something funny
    other | Automatic reply | I am out of the office until 4 March and will read your message on my return.
    other | Feedback | Just some feedback on the new design: it feels calmer than before. Nice work.
    other | School project | We are pupils writing about recycling. Could somebody visit our class?
    other | | asdf asdf
    other | Your driver | One of your vans has been parked in front of my garage all morning.
    other | Partnership | We make honey in the next village and wonder if you would like to sell it in your shop.
    other | | sorry, wrong chat
    other | Found keys | I found a bunch of keys in your car park. Whom can I give them to?
    other | | please unsubscribe me from these mails
    other | | Are you a robot?
    other | | Can you connect me to a supervisor? I won't discuss this with you any longer.
    billing | | <p>Hello,</p><p>my <b>refund</b> of &pound;30 has <a href="https://www.example.com/error?page=home">not arrived</a>.</p>
    technical_support | | <div style="color:red">The <b>upload</b> button&nbsp;does nothing.</div><div>No error, just nothing.</div>
    question | Re: Offer | Thanks, that helps. One more thing: does the cover fit the older model too?\n\nOn Mon, 3 Feb 2025 at 10:11, Support wrote:\n> Your invoice and refund were processed.\n> The error on the website is fixed.
    technical_support | It isn't the password | My password is fine. The problem is not the login but the upload: every file ends with "network error".
    question | | Could you tell me which bus stops nearest to your office? I am not asking for a refund or anything, only want to visit.
    billing | | The app works fine now, no technical problem at all. But you still charge me for the premium plan I downgraded.
    site_edit | | Nothing is broken, but could you please exchange the photo of our old shop on the about page for the attached one?
    technical_support | Statement | I don't want a refund, I want the thing to work. The pump does not start.
    question | | I have read your pricing page and it's clear. What I couldn't find: does the pro plan support single sign-on?
    technical_support | Help!!! | HELP the program crashed again and my work of two hours is gone
    billing | | This is the third time I write about the wrong amount on my bill. I am fed up with it.\n\n-- \nJo Brook\nUrgent Couriers Ltd\nwww.urgent-couriers.example | support | error-free delivery
    question | Sample | Is there a sample I could look at before I buy?\n\nSent from my phone
    account | | Kindly amend the surname on my profile from Smyth to Smith.\n\nMany thanks and best regards,\nAnna Smith\nAccounts and Billing\nInvoice Services Ltd
    other | | ok
    other | | I have no idea
    question | | Hola, is there someone who speaks English? I'd like to know if breakfast is included in the room.
    """#
