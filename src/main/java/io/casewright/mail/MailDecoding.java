package io.casewright.mail;

/** What the mail library has to forgive, since the mails of this world are what they are; it reads these switches once. */
final class MailDecoding {

    private MailDecoding() {}

    /** To be called before anything of a mail is decoded. */
    static void forgive() {
        for (String fault : new String[] {
            "mail.mime.base64.ignoreerrors",
            "mail.mime.uudecode.ignoreerrors",
            "mail.mime.uudecode.ignoremissingbeginend",
            "mail.mime.ignoreunknownencoding",
            "mail.mime.multipart.allowempty",
        }) {
            System.setProperty(fault, "true");
        }
    }
}
