/// Messages written to see how the rules do on what they were not written for, each in somebody else's voice:
/// `category | subject | body`. Nobody's tickets.
let ownVoices = #"""
    billing |  | invoice 4410 pls
    billing |  | trouble wit payment
    billing |  | list payment options
    billing |  | yo why u charge me twice for the same burger
    billing |  | ngl the fees on this transfer r wild, why
    billing |  | The money is go out but the shop say it is not receive
    billing |  | Exchange is not correct, I lose money on my holiday payment
    billing |  | I transferred rent to my landlady four days ago, she insists nothing has come and I'm getting anxious
    billing |  | pay off my amex with money from checking
    billing |  | is my rent due on the first
    billing |  | my rupee conversion looks like a rip off
    billing |  | One transaction listed that I have zero knowledge of
    billing |  | the refund I was told about last Tuesday hasn't made it here
    billing |  | ATM short-changed me by 40
    billing |  | Funds I deposited at the bank counter are invisible
    billing |  | I was double billed by an online store
    billing |  | can I get what I paid back, item never arrived
    billing |  | A small fee popped up from Saturday, why
    billing |  | how much does an international ATM run me
    billing |  | I see a 1 dollar thing on the statement
    billing |  | can I see my bills
    billing |  | wanna know the fee to end my contract
    billing |  | I am looking for the accepted payment types
    billing |  | how much is the electric company charging me this month
    billing | Seat Reduction | We would like to go from 30 to 20 users. Will the difference be refunded or credited?
    billing |  | A purchase from my last trip used a terrible rate, please correct it
    billing |  | My account shows a payment at a shoe store I have never entered
    billing |  | The withdrawal I made at lunch is still shown as pending
    billing |  | am i paying something for a transfer within europe
    billing |  | the merchant has confirmed my refund but I can't find it
    billing |  | I was only handed 80 when I asked for 100
    billing |  | duplicate entry for my train ticket
    billing |  | a deposit by cheque hasn't raised my balance
    billing |  | Is there a reason that my top up was cancelled?
    billing |  | 1 euro too much was booked at the supermarket
    billing |  | the recipient claims he has received nothing
    billing |  | Please stop the direct debit of a company I don't know
    billing |  | check the bill of Mr Jones
    billing |  | how can I claim my money back
    billing |  | what is the cancellation charge
    billing |  | my credit card gets an error while paying on your shop
    billing |  | accepted forms of payment?
    billing |  | where's my rebate
    billing |  | i want to pay my car loan bill
    billing |  | what's due on my water bill
    billing | Billing Address | Could you put our new billing address on the invoices from now on?
    billing |  | there is a card payment I don't recognise
    billing |  | the restaurant's card terminal charged me two times
    billing |  | the yoga class was cancelled and I'd like my 15 euros back
    billing |  | You charged my card for a rental car I cancelled
    other |  | complaint form where
    other |  | subscribe newsletter
    other |  | publish a review
    other |  | I would much rather converse with a human, if I may
    other |  | are you artificial
    other |  | tell me where you're from
    other |  | bye for now
    other |  | call yourself max
    other |  | say it again
    other |  | it depends
    other |  | i want you to whisper
    other |  | could you flip a coin for heads
    other |  | next song please
    other |  | what alarms do i have
    other |  | how do you spell necessary
    other |  | do i need boots today
    other |  | any accidents on the 405
    other |  | how is the parking at the mall
    other |  | is panda express good
    other |  | remove milk from the list
    other |  | turn off the fan in my room
    other |  | what timezone is denver in
    other |  | rent me a car in tampa
    other |  | do they speak english in oman
    other |  | what's the score of the lakers game
    other |  | how tall is the burj khalifa
    other |  | Hi 07734396839 IBH Customer Loyalty Offer: The NEW NOKIA6600 Mobile from ONLY 10 at TXTAUCTION!
    other |  | I'll be at yours in about 3 mins but look out for me
    other |  | is there a number for customer help
    other |  | consumer reclamation
    other |  | who's your daddy, i mean who made you
    other |  | do me a favor and repeat that
    other |  | you are a computer, right
    other |  | false
    other |  | change your accent to australian
    other |  | what's the volume at right now
    other |  | cancel my 7am alarm
    other |  | how many centimeters in a foot
    other |  | will it be hot tomorrow in dallas
    other |  | book me a flight home for thanksgiving
    other |  | directions to the closest walmart
    other |  | is there dairy in pesto
    other |  | get me a reservation at five guys
    other |  | is my meeting room free at 2
    other |  | tell bob i'll be there at 8
    other |  | who painted the mona lisa
    other |  | how do i build a treehouse
    other |  | Not heard from U4 a while. Call me now am here all night with just my knickers on
    other |  | I was just about to ask you to keep it. ok lets meet at 6
    other |  | i need to talk to an assistant
    other |  | how do I make a consumer claim
    other |  | opinion on your store, how to send
    other |  | leave the mailing list
    other |  | call customer service, which hours
    other |  | what do you call yourself
    other |  | please tell me a joke about dogs
    other |  | make a table reservation for 5 at 7 pm
    other |  | where in the world are you from
    other |  | play my favorite song
    other |  | hello, how are things
    other |  | i'd say maybe
    other |  | book a flight from nyc to la
    other |  | flip a quarter
    other |  | order a cab to the office
    other |  | would you say that again
    other |  | remind me what my to do list has
    other |  | Win 1000 cash now! text CASH to 81303. T&Cs apply 18+
    other |  | Your account has 800 unredeemed points, call 08719180248 identifier 45239
    other |  | We know someone who likes you! To find out who, call 09099726429
    other |  | Your yoga teacher was rude to my mother
    question |  | order cancel 7781
    question |  | change delivery address order 99
    question |  | Might I trouble you to tell me how long the new bank card takes to reach Wales?
    question |  | can my little sis get a card 2
    question |  | how tf do i top up
    question |  | How I can put money from my other bank to this?
    question |  | When will come my packet?
    question |  | how can i arrange direct deposit with my employer
    question |  | do i need an adapter for outlets in italy
    question |  | what are ways to better my credit score
    question |  | what subjects do you know about
    question |  | how do i rollover my 401k
    question |  | How to change the default terminal emulator?
    question |  | Can't see other computers on the network in Nautilus
    question |  | Best note taking software with handwriting
    question |  | What is the command to check disk space?
    question |  | Sharing a Google Form with the public
    question |  | Could you send a card to Malta?
    question |  | how do i see if my card is Visa
    question |  | PIN change, where?
    question |  | Who accepts it?
    question |  | Where can I get cash with it
    question |  | any limit on adding money per month
    question |  | how long for a SEPA transfer to get in
    question |  | my new card got here, now what
    question |  | i want to put my wife's name on... no I mean change my own name
    question |  | how does my employer send salary to me
    question |  | where to look up delivery times
    question |  | add my new shipping address
    question |  | how can i get my paycheck into my account automatically
    question |  | how many bags are allowed on alaska airlines
    question |  | my battery died, how do i jump it
    question |  | what kind of plug do they have in ghana
    question |  | What is the difference between apt and apt-get?
    question |  | How can I edit a public Google Map?
    question |  | Calendar program that syncs with CalDAV
    question |  | How to find duplicate tracks in Spotify playlist
    question | Compatibility of SSD | Is the Samsung 980 Pro compatible with the Lenovo ThinkPad X1 Gen 9?
    question | API Documentation | Where can I find documentation for the API of your project management tool?
    question |  | does the card come with a letter
    question |  | how do I make the new card active
    question |  | can my card be linked with the watch
    question |  | what's needed to open an account for a teenager
    question |  | is Poland supported
    question |  | how do I get money from my other bank into the app
    question |  | What does a spare card take to order
    question |  | Can I get cash at any bank with it
    question |  | which currency can I top up in
    question |  | I don't get why I need to verify myself
    question |  | how many virtual cards may one have
    question |  | modify my order
    question |  | what's the status of purchase 8821
    question |  | register a pro account
    question |  | do you deliver to Zurich
    question |  | correct the shipping address I entered
    question |  | go to a different account type
    question |  | how do i arrange a direct deposit
    question |  | what power plug is used in kenya
    question |  | how many pounds may my carry on weigh
    question |  | i want to transfer my 401k from my ex employer
    question |  | is there a trick to jump starting a car
    question |  | what's the way to fix my credit score
    question |  | Ubuntu 12.04 does not recognise my USB drive
    question |  | How to share a folder between Ubuntu and Windows?
    question |  | Is there an alternative to Evernote for Linux?
    question |  | Undo send in Gmail
    question |  | A simple screen recorder for Ubuntu
    question |  | How do I upgrade from 12.04 LTS to 14.04 LTS?
    question | Integration of Mailchimp | Please provide instructions on how to integrate Mailchimp with your platform.
    question | Investment Tools | Could you tell me more about the tools you offer for analyzing investments?
    question | System Requirements | What are the system requirements for running the software on Windows Server 2019?
    question |  | Do your hotel rooms come with a kitchen?
    question |  | Which of your lamps fit a small living room?
    question |  | Do you have the film Amelie on DVD?
    question |  | Is there parking near your museum?
    question |  | When does the next yoga class start and how do I book?
    question |  | What time is breakfast served in your hotel?
    question |  | Can I rent a car from you without a credit card?
    site_edit | Fix broken anchor in docs | 
    site_edit | sponsor page copy | 
    site_edit | Update link to privacy policy | 
    site_edit | Typo on home page | "Goverment" should be "Government" in the banner.
    site_edit | fix: wrong year in footer | 
    site_edit | Remove duplicate paragraph | 
    site_edit | Update index.md | 
    site_edit | Add links to recordings | 
    site_edit | fix spelling of Siân | 
    site_edit | remove expired job ad | 
    site_edit | Change Contact Information | Please change the contact on the Solid Minerals page from Joe to Pam.
    site_edit | Add table to pricing page | Please add the attached table of July prices to the pricing page.
    site_edit |  | Please change the price of the yoga class on the site to 18
    technical_support |  | registration error
    technical_support |  | I am afraid the cash dispenser has retained my bank card. What ought I to do?
    technical_support |  | fr my pin got locked
    technical_support |  | My card it does not function in the supermarket
    technical_support |  | The application say me wrong code and I am blocked
    technical_support |  | is there a reason my account's frozen
    technical_support |  | My card's been refused everywhere
    technical_support |  | I lost my wallet
    technical_support |  | my app passcode isn't known to me anymore
    technical_support |  | virtual card fails on Amazon
    technical_support |  | The payment was denied and I don't see why
    technical_support |  | help, password is not known
    technical_support |  | get back my PIN
    technical_support |  | my account seems to be blocked, why
    technical_support |  | sync yourself to my phone
    technical_support |  | atm took the card and showed an error
    technical_support |  | the shop's terminal would not read it
    technical_support |  | I keyed in my PIN wrong and it's blocked
    technical_support |  | disposable card got declined on a booking site
    technical_support |  | someone might know my card details
    technical_support |  | can't log in to the app, forgot the passcode
    technical_support |  | transfers to my brother are being declined
    technical_support |  | my phone with the app was stolen
    technical_support |  | recover my key
    technical_support |  | the registration shows an error
    technical_support |  | forgotten password help
    technical_support |  | reset all your settings
    technical_support |  | was my account blocked
    technical_support |  | connect to my new phone
    technical_support | Printer | The printer is not recognised by any of our PCs since the move.
    technical_support |  | my headset isn't recognised by the laptop
    technical_support |  | The scanner at the front desk does not read tickets any more
    technical_support |  | I ordered lunch through the app and it crashed at the payment page
    technical_support |  | the playlist feature of your app stopped working
    technical_support |  | The alarm system you installed goes off for no reason
    technical_support |  | the timer on my oven blinks and will not start
    """#
