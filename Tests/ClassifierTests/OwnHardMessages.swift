/// Messages written for these tests that say what they want without the words that one would look for:
/// `category | subject | body`. Nobody's tickets.
let ownHardMessages = #"""
    billing | | my statement has two entries from the petrol station and i was only there once
    billing | Deduction on my pay | 84 dollars were taken off for a uniform that I gave back in April. I'd like this corrected on the next run.
    billing | | what will it cost me to keep the number if i leave
    billing | Our account 33901 | Per our records the May transfer of 2,150.00 was made on the 7th. Your reminder of yesterday must have crossed with it. Kindly confirm receipt.
    billing | | @airline 3 weeks and still no sign of my cash for the cancelled trip. joke of a company
    billing | Donation receipt | I gave 200 to your appeal in December and need something for my tax return.
    billing | | the atm only handed out 40 but booked 60
    billing | Charged for a seat nobody uses | We offboarded two people in June and still see nine seats on the July bill.
    billing | | How are withdrawals abroad priced?
    billing | Mistake in the offer | In the offer you sent, the transport is listed twice and the 5 percent we agreed on is missing.
    billing | | id like to know when my rent comes off
    billing | Cheque | I've sent you a cheque on the 3rd, it hasn't been cashed. Did you get it?
    technical_support | | the scanner at till 4 gives up after about ten items and has to be switched off and on
    technical_support | Scheduled reports | Since the weekend our scheduled reports are sent without any content. The PDF has only the heading in it.
    technical_support | | tv remote wont pair with the new box
    technical_support | Kernel panic on boot | After the last apt upgrade my server drops into an initramfs shell. Root is on LVM. How do I get it to boot again?
    technical_support | | my fingerprint isnt recognized by the app since i got the new phone
    technical_support | Unable to submit timesheet | The submit button stays greyed out although all the days are filled in.
    technical_support | | y is ur app draining my battery
    technical_support | Form | I filled in the housing benefit form three times. Each time I press Next I land on the first page again with all of it deleted.
    technical_support | | calls drop after exactly 30 seconds on our new PBX
    technical_support | Ad account disabled | Our advertising account was disabled this morning without any explanation and all of our campaigns are paused. Please restore it.
    technical_support | | I keep being asked for a code that I never get
    technical_support | Wrong calculations | The sheet adds up the VAT column incorrectly after the last release: 19 + 7 gives 0.
    technical_support | Boiler | The display of the boiler shows F28 and there is no warm water in the flat.
    technical_support | | Someone changed my password and it wasn't me
    technical_support | Query runs for minutes | A simple join that took 200 ms on version 12 takes 4 minutes on 15. EXPLAIN output attached.
    site_edit | | the map on our site shows the wrong building
    site_edit | Dr Osei | Please add Dr Osei to the practitioners list. Her picture and text are in the zip.
    site_edit | Fix heading hierarchy on landing page | 
    site_edit | Use https for external links | 
    site_edit | Ferry timetable | The autumn timetable starts on 1 October. Please swap the PDF on the timetable page and mention it in the news.
    site_edit | | can we have the quote from mrs chen removed from the reviews bit on our website
    site_edit | Spelling | It's "Zürich" and not "Zurich" in the second line of the intro.
    site_edit | Shop closed | Please put a note on the start page that the shop is closed from 2 to 9 August.
    site_edit | Add contributor guide | 
    question | | do you have vegan shoes
    question | Residency | I'm moving to your town in May. How soon do I have to register and may I do it by post?
    question | | can you guys fix cracked tablets as well or only phones
    question | Moving to your hosting | We're with another provider now. Could you take over our domain and mailboxes, and how long would we be offline?
    question | Two monitors of different size: how to keep windows from jumping? | 
    question | | whats the minimum age for a rental car in spain with you
    question | Alternatives to cron for a laptop that sleeps | 
    question | | how long do i have to send it back if i don't like it
    question | Using the library abroad | I'll be on exchange for a semester. Will my library access to the journals continue during that time?
    question | Sugar | Is there sugar in your oat drink?
    question | | when r u releasing the next season
    question | Which licence do I need? | We'd use your fonts in a mobile game with ads. I'm not sure if the desktop licence covers this.
    question | | i wanna check how far my parcel is
    question | Kiln | At what temperature should the blue glaze be fired?
    account | | take my wife off the account please, we're divorced
    account | New surname | I'd like the booking profile to be in my new name, Okafor.
    account | | how do i get rid of my profile for good
    account | Rights for the interns | Both of our interns need to see the projects but shouldn't be able to alter anything. Can you set it up?
    account | | i used my old uni email to register and lose access to it in june, need to switch to gmail
    account | Consent | I withdraw my consent to the processing of my data. Delete whatever you have on me.
    redemption | | entered the numbers from the back of the card and it says insufficient balance, it's brand new
    redemption | Hotel points | We stayed four nights in Vienna and the stay isn't on my points statement.
    redemption | | is my voucher still good
    redemption | Promo | Buy two get one free didn't come off at the till even though I had the leaflet.
    redemption | Welcome gift | It said I'd receive a gift after my first three purchases. I have made four.
    redemption | | can't find where to type my discount code
    other | | you people are a joke
    other | | who am i talking to
    other | Dogs | Every evening somebody from your office lets his dog run through our garden.
    other | Speaker | We'd like to have someone of your company speak at our meetup on databases in November.
    other | | what's 20 percent of 340
    other | | sounds great
    other | Praise for driver 2218 | He waited for my gran and helped her into the bus. People like him deserve a raise!
    other | Business loan approved!!! | Get up to 500k today without credit check. Reply YES for details.
    other | | put on some jazz
    other | Award | Your company has been nominated for the Regional Business Award. Confirm your attendance at the gala.
    other | | never mind i found it
    """#
