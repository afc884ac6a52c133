/// A customer's own account and profile, and what is redeemed: vouchers, gift cards, points.
let accountRules = """
    account.profile | 6.4 | number has changed, my old phone number, phone number ... account, email ... account, name in my, my profile, our profile, personal details, personal data, personal information, change my name, change my email, change ... email address, change of e mail, change of email, new e mail address,
        new email address, change my e mail, change my address, change of address, change ... phone number, update my email, update my address, update my phone, my details, my username, user name, display name, different username, change ... username, email preferences, notification settings, profile picture,
        profile photo, my last name, my surname, my maiden name, name change, my mobile number, my new address, moved house, old delivery address, contact details, my date of birth, edit ... account, update ... account, modify ... account, correct my, amend my, my personal, account information, account details,
        change ... details, birth date, i moved, ive moved, i have moved, moved to a new, my home address, my postal address, mailing address, email on my, email on file, number on file, name on file, address on file, registered email, registered address, email associated, email linked, got married, just married,
        married name, legal name, preferred name, change my number, change my phone, change my mobile, company name in, my settings, my preferences, notification preferences, communication preferences, marketing preferences, my avatar, profile name, my nickname, on my account, address on my, address in my,
        spelling of my name, my name in your, in your records, my record, my records, my file with you, your file on me
        | website, page, footer, of your card, not personal, breach*, unauthorized, medical, account setup instructions, pin, password, access key, error*, on my account statement, charge*, debit*, payment*, transaction*, money, fee, fees, hold on my, block on my, taken
    account.close | 7.0 | remove me completely, from your database, my data from, shut down my account, take my data out, be a customer any, delete ... account, close ... account, closing ... account, deleting ... account, deactivate*, remove my account, cancel ... account, erase ... data, delete ... my data,
        delete everything, gdpr, data protection request, terminate ... account, end my membership, close my, copy of all personal, account ... paused, pause my account, account deletion, right to be forgotten, data you hold, delete ... profile, remove my profile, cancel my profile, erase ... account, erase my,
        wipe my data, right to erasure, right of access, subject access, article 15, article 17, data do you hold, personal data do you, copy of my data, export of my data, download my data, get rid of my account, reactivate ... account, reactivate ... profile, reopen ... account, put on hold instead,
        no longer wish to be a member, remove my user, remove my login, delete my user, delete my login, delete my membership
        | delete the page, deactivate the plugin, why was my account
    account.open | 1.6 | new account, set up an account, make an account, account type*, add a user, second user, invite ... user*, team member*, merge ... accounts, merge both, two accounts, registered twice, ownership, former employee, user from, users from, remove ... user, add ... to my account,
        our company account, user role*, admin rights
        | new team member, page, website, integrat*
    account.many | 5.2 | add another user, another user to, add a user, new user to our, user to our account, add ... user ... account, merge ... accounts, merge both, two accounts, registered twice, ownership, former employee, second user, company account, account owner, owner of the account, account status,
        user management
        | ownership of the code
    account.access | 2.0 | log in, login, sign in, locked out, account ... locked, account ... blocked, forgot ... password, reset ... password, password reset, change ... password, recover ... account, two factor, 2fa, verification email, verify my email, verification code
        | not log in, locked out, error*, wrong, incorrect, any more, anymore
    account.word | 1.4 | my account, our account, account settings, my login, membership, my user, user account, customer account, my registration, both accounts
        | taken, charge*, money, refund*, debit*, deducted, withdrawal*, bank account, transaction*, statement
    redemption.code | 7.4 | redeem*, redemption, promo*, coupon*, gift card*, giftcard*, gift certificate*, discount code*, gift code*, activation code*, voucher*, scratch card, scratch off, referral code*, referral bonus, referral reward*, store credit
        | you have won, prize, claim ur, text, txt, vouchers to be won, accounting voucher, promotional banner, promotional material
    redemption.points | 7 | how many points, points do i, points ... need, loyalty points, my points, bonus points, points ... balance, points not, rewards, cashback, air miles, loyalty card*, points expired, earn points, points for, points ... added, my miles, loyalty program*, loyalty scheme, reward, stamps
        | prize, txt, jackpot, cash back for, credit card points, amex, claim
    # Who may use an account is the account's matter; who stands on a page is not.
    account.team | 5 | create a user, create a new user, create ... user for, new user for, create ... login for, add ... colleague, new starter, new joiner, new hire, leaver, deactivate ... user, disable ... user, delete ... user, revoke*, remove ... access, remove ... admin, take admin rights, admin role,
        rights of an, editor rights, read only access, read access, give ... access, grant ... access, grant ... permission*, permissions for, access for, share ... account with, additional user*, more users, extra user, two profiles, one login for, shared login, second login, transfer ... account to,
        hand over ... account, make ... owner, make ... admin, make me ... owner, workspace owner, account holder, new owner, change owner, take over ... account, add a member, add ... to our team account, guest access, as a user, as an admin, as an editor, as a viewer, as an administrator, as admin
        | page, website, homepage, error*, not log in, integrat*, directory, folder, linux, ubuntu, wheelchair, denied, breach*, unauthorized, unauthorised, hospital, medical, seats for
    account.verify | 6 | verify my account, verify my profile, account verification, confirm my account, uploaded my id, uploaded my passport, verification ... pending, account ... still pending, approve my account, account ... approved, account ... not verified
        | code never, code not, top up
    account.guard | 5.4 | turn on two factor, turn on 2fa, enable two factor, enable 2fa, activate two factor, activate 2fa, set up 2fa, set up two factor, switch on two factor, turn off two factor, turn off 2fa, disable two factor, disable 2fa, add a passkey, set up a passkey, recovery email, recovery phone,
        change ... login email, email on my login, email for my login, linked account*, unlink my, disconnect my google, trusted device*, two factor on for, active sessions
        | lost, error*, not work*, locked out, for linux
    account.silence | 2.6 | turn off notifications, stop notifications, fewer notifications, notification for each, notifications for each, turn off the emails, mute notifications, email notifications off, too many notifications, notifications for every
        | not receive*, not arrive*, newsletter subscription
    redemption.reward | 6.2 | frequent flyer, flyer account, my miles, the miles, missing miles, miles missing, miles ... credited, award flight*, award ticket*, free night*, tier points, status points, missing points, points missing, points ... credited, transfer ... points, give my points, points ... to my,
        points onto, my cashback, cashback from, cashback ... paid, free drink, free coffee, stamp card*, welcome bonus, sign up bonus, signup bonus, invite bonus, refer a friend, referred a friend, birthday reward, loyalty account, loyalty app, member reward*, traded ... points, points into
        | prize, txt, jackpot, claim ur, per mile, credit card points
    redemption.key | 5.4 | game key, steam key, cd key, e gift, egift, e voucher, evoucher, gift balance, code says, code not valid, code is not valid, code is invalid, invalid code, code ... my basket, code ... your basket, code ... my cart, code not accepted, code is not accepted, code is rejected, code is refused,
        code rejected at, code ... checkout, already redeemed, already been redeemed, code ... already used, code ... already been used, scratched ... code, prepaid code, welcome code, birthday code, travel voucher, flight voucher, where do i enter ... code, enter my code, apply ... code, code for ... off,
        says not valid for, not valid for items
        | verification, error code, source code, security code, api, postal code, zip code, exit code, text, txt, two factor, 2fa, authenticator, sign in, log in
    account.people | 5.4 | off the account, off my account, off our account, onto the account, new surname, new last name, my new name, rights for, access rights, alter anything, view only, withdraw consent, my consent, delete whatever, have on me, have about me, lose access to it, my old email, old uni email,
        old school email, different email, another email, other email, private email, work email, personal email, switch ... email, change ... login name, name of the account, second person, joint holder, add my wife, add my husband, add my partner, add my son, add my daughter, remove my wife, remove my husband,
        next of kin on, switch to gmail, switch to my, change to my new, register with ... email, registered with ... old
        | receipt, invoice*, dns, smtp, imap, outlook, spam folder, not send, not receive, bounce*, image rights, money, payment*
    redemption.offer | 4.6 | insufficient balance, back of the card, balance on the card, balance of the card, card balance zero, gift after, welcome gift, free gift, bonus gift, two get one, get one free, for the price of, leaflet, multibuy, offer ... till, offer not applied at, type my ... code, enter the code,
        enter my discount, type the code, code from the card, code on the card, points statement, hotel points, stay ... points, nights ... points, earned points, collect points, bonus not credited, bonus ... not arrived, redeemed
        | debit card, credit card, security code, two factor, verification code, winner, prize, txt, text
    """
