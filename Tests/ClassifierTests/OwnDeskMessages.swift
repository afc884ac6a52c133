/// Messages written for these tests as the desks of shops, banks, carriers, councils and open-source projects get them:
/// `category | subject | body`. Nobody's tickets.
let ownDeskMessages = #"""
    billing | Company details on invoice | We changed our legal form. From now on the invoices need to be made out to Harlow Tools GmbH with the new VAT ID. Also the last two, if possible.
    billing | Salary advance deduction | Why has the salary advance been deducted twice from my payslip this month?
    billing | Unpaid invoice reminder | This is the third reminder regarding invoice 88-120 for translation services. Payment was due on 1 August. Please let us know when we can expect settlement.
    billing | Remittance advice 4471 | Please find attached the remittance for invoices 2219, 2220 and 2234. Total transferred 4,318.00. Kindly confirm once it is allocated.
    billing | | hello i have paid my phone bill on monday but the app still says overdue, will you cut my line
    billing | Your mail about failed payment | You wrote that the payment for our hosting failed. I checked with the bank, the card is fine and has enough balance. Can you try to run it again?
    billing | Charged after trial ended | I signed up for the 14-day trial on the 2nd and cancelled on the 12th, yet this morning I see 29 EUR on my card. I have the cancellation mail here. Please reverse this.
    billing | | ur site took my money 3 times for 1 pair of sneakers wtf
    billing | Re: Invoice | Thanks for the quick reply. I still think the number of hours is wrong: we agreed on 12, you've put 21 on the bill.
    billing | Tax exemption | We're a registered non-profit in Ohio and should not be paying sales tax. I attach the exemption certificate. Could you remove tax from our account's future invoices and credit what we paid since March?
    billing | Parking fine paid twice | I paid the parking fine with reference PF-339 online and my husband paid it at the counter, too. How do we get one of them back?
    billing | | How long does it normally take until a refund shows up on a debit card?
    billing | Late fee | I was on holiday with no internet and you slapped a $35 late fee on me. I've been a customer for nine years and never missed a payment. Would you consider waiving it this once?
    billing | | My direct debit date falls before my payday, could you move it to the 28th?
    billing | Price match | The same washing machine is 60 pounds cheaper at your competitor. Do you match prices after purchase and pay back the difference?
    billing | Ad spend | Our campaign had a daily budget of 50 and on Saturday 213 was spent. We will not be paying the excess. Please issue a credit memo.
    billing | Quote for 40 seats | Could you send a formal quotation for 40 licences for three years, including volume discount? Our procurement needs it by Thursday.
    billing | Deposit not returned | We checked out of the apartment on 4 May, the host confirmed there was no damage, and still the 300 deposit is being held. When can we expect it?
    billing | | why does my account show a payment to a company i dont know
    billing | | i was promised 20 off my first bill and it isnt there
    billing | | can you tell me the total i need to pay this month for internet
    billing | | please help me find my invoice from last week
    billing | | i want to know in what situations i get my money back
    billing | | the cash machine gave me 50 less than i asked for
    billing | | is there a charge for getting money out in another country
    billing | | the conversion you used for my purchase in japan isn't right
    billing | | somebody took out 300 in cash using my card details
    billing | Unexpected increase in licence costs | Dear Support, the renewal of our antivirus licences was invoiced at a considerably higher amount than last year. Please review the invoice and explain the increase. Kind regards
    billing | Subscription payment options | Hello, I would like to learn which payment methods are offered for a yearly CRM plan and whether a discount applies when paying upfront.
    billing | Discrepancy in departmental charges | Our finance team noticed that the hardware purchases were booked to the wrong cost centre. Please correct the statement.
    billing | | @telco you've been taking 12 quid a month for insurance i never asked for
    billing | | my landlord says the rent hasn't come through but it left my account on friday
    technical_support | SSO loop | After our IdP certificate rotation nobody can sign in through SAML. The browser is redirected back and forth until it shows ERR_TOO_MANY_REDIRECTS. 200 people cannot work right now.
    technical_support | | my screen is flickering since this morning when the laptop is plugged in
    technical_support | Fans at full speed | The fan of my desktop runs at full speed even when idle, and it gets very hot. I already blew out the dust and updated the BIOS.
    technical_support | SSL certificate expired | Visitors of our shop get a security warning: the certificate ran out last night. Auto-renewal seems to have failed. Please renew asap, we're losing orders.
    technical_support | Not a billing question | The invoice page throws an error every time I open it ("Unexpected end of input").
    technical_support | | bank app says "device rooted" it isnt, can't open it at all
    technical_support | Blank screen after update | Since I installed version 8.2 last night I only get a blank white screen after the splash. Phone is a Pixel 6. I cleared the cache and reinstalled, nothing changed.
    technical_support | Elevator terminal in building C | The badge reader at the lift in building C does not accept any badge. It beeps red. Several colleagues have the same.
    technical_support | | the checkout button doesn't do anything when i click on it, tried 3 browsers
    technical_support | Mail going to spam | All of our newsletters end up in Gmail's spam folder since we moved to your servers. SPF and DKIM pass.
    technical_support | Database replication lag | Replica 2 has been lagging behind the primary by more than 40 minutes since the weekend; CPU on it is at 100 %. No change on our end. Ticket priority please high.
    technical_support | | wifi keeps dropping every 10 mins. router restarted twice. help
    technical_support | Online check-in | I'm trying to check in for tomorrow's flight and the page keeps saying 'something went wrong, try later'. Booking reference K2M9QA.
    technical_support | | PIN blocked after 3 attempts, what now?
    technical_support | My account was hacked | Someone got into my account, changed the mail address and is sending messages to my friends. I cannot get back in. Please help quickly!!
    technical_support | | my debit card keeps getting refused at every shop
    technical_support | | the cash machine didn't return my card
    technical_support | | I entered an incorrect pin 3 times and now it won't let me in
    technical_support | | my disposable card isn't accepted online
    technical_support | | bring back your default settings
    technical_support | | my phone doesn't connect to you anymore
    technical_support | | there's a block on my checking account and i don't know why
    technical_support | | i can't remember my login key, what should I do
    technical_support | | got a problem when trying to register
    technical_support | Dashboard stopped refreshing | The investment dashboard has not refreshed since the upgrade to version 5. Clearing the cache and switching browsers made no difference.
    technical_support | Security concern in patient portal | We found logins outside working hours which point to stolen credentials. Passwords were rotated, yet alerts keep coming in.
    technical_support | Sync failure between CRM and mail | Records created in the CRM no longer reach our mailing platform. The API log lists 401 responses. Please investigate.
    technical_support | Poor ad delivery | Our campaigns show far fewer impressions since Monday in spite of an unchanged budget. Could the tracking be broken?
    technical_support | | @hosting all of my sites have been throwing 503s for the last half hour, any eta?
    technical_support | | iphone stuck on apple logo after ios update @support
    technical_support | | your new update is rubbish, the app closes as soon as i open my inbox
    site_edit | Job ad | Please put the attached vacancy on our careers page and take down the one for the warehouse clerk, that's filled.
    site_edit | Add missing author to post | 
    site_edit | SEO titles | Could you change the meta title of the landing page to "Family dentist in Leeds" and write a shorter description?
    site_edit | Testimonials | Two new quotes from customers for the testimonials slider, see below. Please drop the oldest two.
    site_edit | New opening times | Hi, could you please change our opening times on the contact page? Mon-Fri 8-17, Sat closed. Thanks!
    site_edit | | There's a typo on the about us page, it says 'profesional'
    site_edit | | change the phone number at the top of the site to 020 7946 0011
    site_edit | wrong address on website | Your "Find us" section on our website still shows 12 Mill Lane. We've been at 80 Station Road since May. Kindly amend.
    site_edit | Social icons | Please put our TikTok next to the Instagram icon in the footer.
    site_edit | Bump copyright year | 
    site_edit | Christmas banner | We'd like a banner on the homepage from 1 December saying that orders after the 20th will ship in January. Red background, please.
    site_edit | Rename section "News" to "Stories" | 
    site_edit | Update event dates for spring series | 
    site_edit | Remove reference to old office | 
    site_edit | fix image path in blog post | 
    site_edit | Make table of contents collapsible | 
    site_edit | Add partner logos to footer | 
    site_edit | Change in fees page | Please update the fees page: adult entry is 9 pounds from April.
    site_edit | New trustees | Could you put up the names and pictures of our two new trustees? See attachment.
    site_edit | | the staff list on the website still has Linda on it
    site_edit | Data sheet update | Please replace the July price sheet with the attached one on the downloads page.
    site_edit | Announcement | Kindly post the attached announcement on the home page by Friday and move the previous one to the archive.
    question | Course enrolment | I'm interested in the evening course for bookkeeping. When does the next one begin and is there a waiting list?
    question | Convert a video without loss of quality | 
    question | Swimming pool | Hello, what are the opening hours of the outdoor pool on public holidays, and are dogs allowed on the lawn?
    question | | can I bring a guest to the lounge with a silver card
    question | Parental leave | How many weeks of parental leave am I entitled to and how far in advance do I have to hand in the form?
    question | Security questionnaire | Our auditors would like to know where data is stored, whether backups are encrypted and if you have an ISO 27001 certificate.
    question | Exchange of goods | The jacket is too tight. Can I exchange it for the next size up in one of your shops?
    question | Mortgage | What income do I need for a 250,000 loan and which papers should I prepare before the appointment?
    question | Tracking | The tracking number hasn't moved since Monday. Is my parcel lost or just delayed?
    question | Kubernetes ingress: recommended way for websockets? | We're planning to run your chart behind nginx. Is there any recommended configuration for websockets? The documentation only mentions Traefik.
    question | | hello is the blue kettle back in stock soon?
    question | Rubbish collection | On which day is garden waste collected in Elm Street, and can I get a second bin?
    question | Bulk editing | Is there any way of renaming hundreds of files in one go with your tool? I couldn't find it in the help.
    question | Order status | I ordered a bookcase last Thursday, number 77-2105. Could you tell me when it'll be delivered?
    question | Travel with a baby | We're flying with a 6-month-old. May we bring a stroller to the gate, and how much baby food is permitted in hand luggage?
    question | | how do i export my contacts to excel
    question | | how do i get one of those virtual cards
    question | | how much can i add to my account each month
    question | | is my country supported
    question | | can my 16 year old get a card with you
    question | | when does a transfer from abroad usually get here
    question | | i don't see my new card in the mail yet
    question | | what do i need in order to prove my identity
    question | | is there something i should do before i use my new card for the first time
    question | | i need help changing the tire on my car
    question | | how can i raise my credit score
    question | | can i take a guitar on the plane as carry on with united
    question | | where do i find my tax papers from last year
    question | | help me open a premium account
    question | | when will my order get here
    question | | switch from free to pro account
    question | How to make a bootable USB stick for Ubuntu? | 
    question | What's the lightest desktop environment for an old netbook? | 
    question | Downgrade from 14.04 to 12.04 | 
    question | Web app to share a grocery list | 
    question | Remove a label from many mails at once in Gmail | 
    question | Can I run two instances of Skype? | 
    question | Integration of Salesforce with our ticket tool | Hello team, please send us documentation on connecting Salesforce with your ticketing tool, including authentication and typical pitfalls.
    question | Approach to brand building | We'd like to understand which digital methods your agency applies to raise brand awareness.
    question | Encryption of patient records | Could you advise which measures are suited for protecting patient records on Windows Server 2019?
    question | Scalability of the project tool | I'm keen to find out how your project tool scales when we grow from 50 to 500 users.
    question | | @store do you guys have the 512gb version in stores yet?
    account | Newsletter settings | I don't want to get notifications for each comment. Where in my settings can I turn that off?
    account | Reactivate | I closed my profile last year. Can you reactivate it so that I keep my history?
    account | Wrong birth date | My date of birth is wrong in my profile, I'm unable to edit it by myself. It's 12/04/1988.
    account | | how do i change the email on my login
    account | | can i have two profiles under one login for me and my wife
    account | Marriage | My surname changed from Becker to Lindholm. Please update it in my customer profile. A copy of the certificate is attached.
    account | | remove my phone nr from my profile
    account | Transfer ownership | Our founder has left. Please make me (dana@example.com) owner of the workspace instead of him.
    account | Add a colleague | Please create a user for our new starter Tom Hale (tom.hale@example.com) with the rights of an editor.
    account | Delete everything | Under Article 17 GDPR I ask you to erase my account together with all personal data you hold about me, and to confirm this in writing.
    account | Verify identity | I've uploaded my ID twice to verify my account and it's still marked as pending. What else do you need?
    account | | I moved house, here's my new address: 4 Orchard Way, Bath
    account | Two accounts | I accidentally registered twice, once with my work address and once with my private one. Could you merge both accounts into one?
    account | Deactivate leaver | Lena Ortiz leaves on Friday. Please deactivate her user and revoke all permissions.
    account | | i need to modify the details on my user account
    account | | how do i remove my user
    redemption | | can i give my points to my daughter
    redemption | | trying to redeem my game key and it says already activated on another account
    redemption | Can I use two vouchers? | Is it possible to combine a birthday voucher with a discount code in a single order?
    redemption | | gift voucher for the spa - can it be used for massages too?
    redemption | | Where do I enter the coupon
    redemption | Referral bonus | My friend joined with my link two weeks ago. Neither of us has got the 20 dollar reward so far.
    redemption | Loyalty card lost | I lost my loyalty card with about 3000 points on it. Can you transfer the points onto a new one?
    redemption | Miles missing | My flight to Oslo on 9 May has not been credited to my frequent flyer account. Booking 8JH2KL, seat 14A. Please add the miles.
    redemption | | how many points do i need for a free night
    redemption | Points expired | Your mail says 12,000 of my points expired last month. I had no reminder. Could they be restored as a courtesy?
    redemption | Coupon terms | Does the 10 euro welcome coupon work on sale items?
    redemption | | my cashback from the summer promotion hasn't been paid out yet
    redemption | | code SPRING15 says not valid for items in your basket why
    redemption | | my reward points have disappeared
    redemption | | the coupon you sent isn't being accepted
    other | Delivery driver | Your driver threw my parcel over the fence and drove across my lawn. I would like to file a complaint.
    other | Big thank you | Just wanted to say your colleague Maria was incredibly patient with my mother on the phone. Please pass it on to her boss!
    other | fyi | Forwarding this for your information, nothing to do on your side.
    other | Feedback | The new branch looks lovely, but the music is far too loud for a bookshop.
    other | | i want to talk to a real person not a robot
    other | | ok thx bye
    other | Lost scarf | I think I left a green scarf in your restaurant last night at the table near the window. Has anyone found it?
    other | Rude staff | The man at counter 3 rolled his eyes at me and said I should learn to read. I have never been treated like that. I expect an apology.
    other | Sponsorship | Our junior football team is looking for sponsors for the coming season. Could you imagine supporting us?
    other | | hey
    other | | your competitors treat people so much better, you should be ashamed
    other | | FREE entry into our £250 weekly draw just text the word PRIZE to 80086 18+ T&C apply
    other | | whats the weather tomorrow
    other | Test | test test please ignore
    other | | good morning how are you today
    other | | i'd like to leave a comment about your shop
    other | | get me a person please
    other | | i have to make a claim against you
    other | | how can i subscribe to the company newsletter
    other | | Congrats! Your number has won a 2 week trip to Malta. Ring 09050001234 from your landline to claim. 150ppm
    other | | Free tones for your mobile this week only. Reply TONE to 84484. 18+ only, cost 3.00 per wk
    other | | what are you called
    other | | heads or tails
    other | | find me a table for two in soho at 8
    other | | could you say that one more time
    other | | how old r u
    other | | yes please
    other | | thank you so much for the help
    other | | i'm not certain
    other | | get a cab to the station
    other | | turn the volume up
    other | | can you speak german
    other | Complaint | I wish to complain about the state of the toilets at your station.
    other | | Had a great experience at your salon today, Lisa is a star!
    billing | | what's this 4.99 from you on my statement
    billing | | how do i pay my credit card bill from my checking account
    billing | | do you charge interest if i pay late
    billing | | i need my money for the returned boots
    billing | | track my compensation of 300 dollars
    billing | | i got less cash than i requested from the machine
    billing | Unclear invoice items | Dear team, the latest invoice for our cloud services lists several items which we cannot match with our usage. Please provide an explanation.
    billing | Pricing of analytics module | Hello, please let me know the price of the analytics module for 25 users and whether there is a reduction for education.
    billing | | i was billed for a whole year after cancelling the trial @app
    billing | | a transfer to my sister was taken twice
    billing | Cancel | Please stop my subscription before the next payment. I don't want to be charged in June.
    billing | | what is the penalty for ending the contract early
    technical_support | | card payments online are being declined for me
    technical_support | | my physical card stopped working yesterday
    technical_support | | wifi calling doesn't function on my handset
    technical_support | | i am locked out, too many pin attempts
    technical_support | | help me recover access to my profile
    technical_support | | sync with my iphone
    technical_support | Laptop performance | Hello, since last week my laptop has become very slow and video calls stutter. I've run the virus scan and closed all programs.
    technical_support | Integration failure | Data from our shop no longer reaches the accounting system. We restarted the connector without success. The log shows timeouts.
    technical_support | Possible leak of client data | An external party informed us that client files can be found online. We need help to close the hole right now.
    technical_support | | map view is just grey tiles
    technical_support | | the kiosk in hall 2 shows a windows desktop instead of the ticket menu
    technical_support | Push notifications | Messages only show up when I open the app. Push is allowed in the settings on my Galaxy.
    technical_support | | cant print boarding pass, pdf opens empty
    technical_support | Build broken after update of the SDK | Type error in generated code: cannot convert value of type Int to Int64. Worked with 2.3.
    technical_support | | ur login page just spins forever
    site_edit | Add Slack link to community page | 
    site_edit | Correct date in 2023 report | 
    site_edit | Reformat team bios | 
    site_edit | Contact form email | Enquiries from the contact page should go to hello@example.org in future, please change it.
    site_edit | New price | Please change the price of the deluxe room to 140 on the rooms page.
    site_edit | Vacancies | The position of accountant has been filled, please remove it from the jobs page.
    site_edit | | can you make our logo on the homepage link to the start page
    site_edit | Photo of the mayor | The website still shows the former mayor. A new portrait is attached.
    site_edit | Text for about page | Below is the revised text for the about page. Please publish it instead of the present one.
    question | | which currencies do you support
    question | | how can i top up using my bank account
    question | | when will my new card arrive
    question | | how do i set my pin
    question | | do i need a visa for brazil
    question | | how do i roll over my pension
    question | | what delivery methods do you offer
    question | | i want to open a gold account for my husband
    question | | how long until my item gets here
    question | How do I merge two PDF files? | 
    question | Is there a Linux equivalent of Notepad++? | 
    question | Should I upgrade to 22.04 now? | 
    question | Block senders with a certain domain in Outlook | 
    question | Request for guidance on API setup | Hello, could you supply documentation for setting up your REST API with Python, including sample requests?
    question | Data analytics for portfolios | Which of your tools are suitable for forecasting and how are they used by investment firms?
    question | Features of the mesh system | Please give details about range and number of devices of the mesh system.
    question | | does the hotel have a gym
    question | | can my dog come on the train with me
    question | | what's the wifi password in the lobby
    question | Volunteering | Which shifts are open for volunteers at the weekend festival and is lunch provided?
    account | | change the address on my account
    account | | i want to close my account for good
    account | | add my assistant as a user
    account | | please correct the spelling of my name in your records
    redemption | | gift voucher not working at checkout
    redemption | | how do i spend my points
    redemption | | my code says it has already been used
    other | | tell me something funny
    other | | are you a computer
    other | | what is the weather in paris
    other | | play my workout playlist
    other | | you're welcome
    other | | i wanna talk with a real agent
    other | | need to file a complaint against your company
    other | | WINNER!! You have been picked for a 900 prize reward. Call 09061701461 to claim. Valid 12 hours only
    other | | Meet local singles tonight, text MEET to 69888, 150p msg
    other | Cleaning services | We are a cleaning company and would like to offer you a free quote for your offices.
    other | Lovely evening | Thank you to the whole team for the wonderful dinner on Saturday.
    other | | i don't agree
    other | | order me a pizza
    other | Meeting notes | Please find the notes of the committee meeting enclosed.
    """#
