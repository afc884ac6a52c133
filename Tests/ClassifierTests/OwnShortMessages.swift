/// Short messages written for these tests: `category | subject | body`, one line as people type them into a chat or a
/// subject. Nobody's tickets.
let ownShortMessages = #"""
    billing | | why did I get charged a fee when paying with my card abroad
    billing | | There's a 1 pound extra on my statement, what is it for?
    billing | | my transfer was debited but the recipient says nothing came
    billing | | I think somebody used my card details to buy stuff online
    billing | | ATM only gave me half of what I asked for
    billing | | what will it cost me to exchange dollars into pounds
    billing | | I returned the item, when is the refund going to show up on my account?
    billing | | my purchase was reverted, why?
    billing | | help me to find invoice #00108
    billing | | I have a question about the early termination fee
    billing | | what payment modalities do you accept
    billing | | how can i request a reimbursment for my last order
    billing | | i got problems with a payment online
    billing | | what's my minimum payment for amex this month
    billing | | please pay the water bill from my checking account
    billing | | when is my visa bill due
    billing | | tell me how much i still owe on the internet bill
    billing | Question about charges | Dear support, we were surprised to see that our cloud costs tripled in May. Please explain the items on the statement.
    billing | Licence invoice | Hello, the renewal invoice lists 40 licences while our contract covers 25. Kindly send a corrected one.
    billing | Payment Portal Trouble | Customer Support, several of our clients report that card transactions fail in the billing portal. Please help us reconcile the amounts.
    billing | Subscription plans and payment | I would like to receive details about the available subscription tiers, billing periods and whether discounts exist for annual contracts.
    billing | Wrong sum | the sum debited does not agree with the order confirmation
    question | | can i choose the day on which my parcel comes
    question | | what are my shipping possibilities
    question | | i want to open a premium account for my son
    question | | how to switch to the freemium account
    question | | how long does a transfer from France take to get into my account
    question | | which currencies does the card support
    question | | i need a second card for my wife
    question | | where do i find a machine where i can use the card
    question | | my new card still hasn't come in the mail
    question | | can kids have an account with you
    question | | what's needed to prove my identity
    question | | auto top up, how does it work
    question | | how do i change my pin
    question | | where is my w-2
    question | | how do i improve my credit score
    question | | how do i change a flat tire
    question | | what liquids can i take on the plane in my carry on
    question | | what subjects do you know about
    question | | how do I transfer my 401k to another company
    question | | Best video editor for Ubuntu?
    question | | How to upgrade from 16.04 to 18.04 without internet
    question | | Reboot into Windows from grub by command
    question | | How do I export my contacts from Hotmail?
    question | | Delete my Pinterest account
    question | | Is there a free replacement for Visio on Linux?
    question | | Printer Brother HL-2130 drivers for Ubuntu
    question | | Filter Gmail messages with attachments larger than 10MB
    question | Integration enquiry | Hello, could you describe how your analytics suite can be connected to Salesforce, and which versions are supported?
    question | Securing patient records | Please advise on measures for protecting patient records when staff work from home.
    question | Campaign ideas | We would like suggestions on growing our brand on social networks. Which methods do you propose?
    question | Product enquiry | Could you share the technical specifications of the Dell docking station and tell me whether it is suited to three monitors?
    question | Setup help for MySQL | Dear team, please provide a guide on how to configure MySQL 8 replication for our project management tool.
    technical_support | | my card got stuck in the cash machine
    technical_support | | card declined at the supermarket though there is money on it
    technical_support | | my pin is locked, please help
    technical_support | | virtual card does not work online
    technical_support | | i forgot my passcode for the app
    technical_support | | the tap to pay thing isnt working on my card
    technical_support | | i have problems with my registration
    technical_support | | help restoring my user pin
    technical_support | | i lost my profile password
    technical_support | | please set everything back to the way it came from the factory
    technical_support | | pair with my phone
    technical_support | | why is there a block on my bank account
    technical_support | | reset yourself to default
    technical_support | System failure overnight | Our reporting database went offline at 2 am and several jobs did not finish. Restarting the services made no difference.
    technical_support | Docking station | Hello Support, my docking station fails to detect the second monitor. I updated the drivers and swapped cables without success.
    technical_support | Suspected intrusion | We noticed unusual access to patient files last night, probably caused by outdated firewall rules. Passwords were reset.
    technical_support | VPN disconnects | Dear IT, the VPN client disconnects every few minutes since the Windows update. Remote work is hardly possible.
    technical_support | Campaign tool | The advertising dashboard shows wrong figures and freezes when filters are applied. We cleared the cache and tried another browser.
    technical_support | Slow application | Users complain that the SaaS application is very slow in the afternoon, pages take up to 30 seconds.
    technical_support | Data sync | Data between Zoho and Slack is not synchronised any longer, an API change may be the reason.
    site_edit | Add new sponsor logos to the footer | 
    site_edit | fix typos in privacy policy | 
    site_edit | New post about spring workshop | 
    site_edit | remove dead links | 
    site_edit | Update team.md with new members | 
    site_edit | Change colour of headings | 
    site_edit | bump copyright to 2024 | 
    site_edit | Adds map to contact page | 
    site_edit | Correct dates of the summer school | 
    site_edit | Update Press Releases page | Please add the two attached press releases, dated June 3, to the Press Releases page.
    site_edit | Contact change | Replace Maria Lopez with John Reed as contact on the reporting page. New phone is below.
    site_edit | Royalty rates table | The table with the royalty rates needs the March figures, see the spreadsheet attached.
    site_edit | Link not right | On the FAQ page the link to form 2014 goes to the old version, please point it to the new one.
    site_edit | Sunday service | Church service now starts at 10, not 9:30. Website still has the old time.
    site_edit | Front picture | Could we have the summer picture on the front page again?
    site_edit | our menu | new lunch menu attached, the one online is from last year
    other | | free msg: your mobile has won a bonus, call 09061234567 from a land line now
    other | | Sexy singles are waiting for you, text DATE to 69888, 150p per msg
    other | | Your free ringtone is waiting to be collected. Simply text the password MIX to 85069 to verify
    other | | SIX chances to win CASH! From 100 to 20,000 pounds txt CSH11 and send to 87575
    other | | As a valued customer you have been selected to receive a 900 prize reward
    other | | do you have any siblings
    other | | roll a six sided die
    other | | what's your favorite color
    other | | book me a hotel in boston for next week
    other | | what's the temperature in madrid
    other | | set a timer for ten minutes
    other | | yes that's correct
    other | | goodbye for now
    other | | how old are you
    other | | change the song
    other | | i'd like to leave an opinion about your shop
    other | | can I speak to customer service
    other | | I have to make a consumer complaint
    other | | get me an agent
    other | | cancel my subscription to the newsletter
    other | | who do you work for
    other | | is it going to rain
    other | | tell me a fun fact
    other | | put milk on my shopping list
    other | Sponsorship | Our football club is looking for sponsors for the new season. Could we meet?
    account | | please correct the spelling of my name in my profile
    account | | can you remove my old phone number from my account
    account | | I want to shut down my account for good
    account | Team | How do we add another user to our company's account?
    account | | take my data out of your system, I don't want to be a customer any more
    redemption | | my gift voucher ran out before I could use it
    redemption | | the coupon from your newsletter gives an error at checkout
    redemption | | how many points do I need for a free coffee
    redemption | | code on my gift card scratched off too hard, can't read it
    redemption | | Promo TENOFF not deducted from my basket
    """#
