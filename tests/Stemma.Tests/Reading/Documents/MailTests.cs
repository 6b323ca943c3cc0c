using System.Text;
using Stemma.Reading;
using Stemma.Reading.Documents;
using Stemma.Reports;

namespace Stemma.Tests.Reading.Documents;

public class MailTests
{
    internal const string Head = "Received: from mx.courier.example\r\nMessage-ID: <1@courier.example>\r\nFrom: \"Lindmoor Courier\" <news@courier.example>\r\nTo: reader@home.example\r\nSubject: Crane falls across lock\r\nDate: Tue, 12 Mar 2024 18:30:00 +0100 (CET)\r\nMIME-Version: 1.0\r\n";

    [Fact]
    public void A_plain_mail_is_a_report_with_its_paragraphs_joined()
    {
        Report report = Samples.Only(Head + "Content-Type: text/plain; charset=utf-8\r\n\r\n" + Wrapped(Samples.Plain, 72));
        Assert.Equal("Crane falls across lock", report.Title);
        Assert.Equal("Lindmoor Courier", report.Outlet);
        Assert.Equal(new DateOnly(2024, 3, 12), report.Published!.From);
        Assert.Equal([Samples.First, Samples.Second, Samples.Third, Samples.Fourth], report.Kept().Split('\n'));
    }

    [Fact]
    public void Flowed_text_is_joined_by_its_own_marks() =>
        Assert.Equal([Samples.First, Samples.Second], Samples.Only(Head + "Content-Type: text/plain; charset=utf-8; format=flowed\r\n\r\n" + string.Join("\r\n\r\n", new[] { Samples.First, Samples.Second }.Select(p => Wrapped(p, 60).Replace("\r\n", " \r\n", StringComparison.Ordinal)))).Kept().Split('\n'));

    [Theory]
    [InlineData("quoted-printable")]
    [InlineData("base64")]
    [InlineData("8bit")]
    public void Of_alternatives_the_one_with_paragraphs_is_read(string encoding)
    {
        string html = $"<html><body>{Samples.Html}<p>K\u00F6hler</p></body></html>";
        string mail = Head + "Content-Type: multipart/mixed; boundary=outer\r\n\r\npreamble\r\n--outer\r\nContent-Type: multipart/alternative;\r\n boundary=\"in ner\"\r\n\r\n--in ner\r\nContent-Type: text/plain\r\n\r\nShort.\r\n--in ner\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: " + encoding + "\r\n\r\n"
            + Encoded(html, encoding) + "\r\n--in ner--\r\n--outer\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n--outer--\r\n";
        string[] kept = Samples.Only(mail).Kept().Split('\n');
        Assert.Equal([Samples.First, Samples.Second, Samples.Third, Samples.Fourth, "Köhler"], kept);
    }

    [Fact]
    public void Encoded_words_are_decoded()
    {
        string mail = Head.Replace("Subject: Crane falls across lock", "Subject: Fwd: =?utf-8?Q?Die_Br=C3=BCc?=\r\n =?utf-8?Q?ke?= =?iso-8859-1?B?ZvxyIGFsbGU=?= =?x?= ok", StringComparison.Ordinal);
        Assert.Equal("Die Brückefür alle =?x?= ok", Samples.Only(mail + "\r\n" + Samples.Plain).Title);
    }

    [Fact]
    public void The_charset_of_a_part_is_used()
    {
        byte[] mail = [.. Encoding.ASCII.GetBytes(Head + "Content-Type: text/plain; charset=\"windows-1251\"\r\n\r\n"), .. CodePagesEncodingProvider.Instance.GetEncoding(1251)!.GetBytes("Порт закрыт после падения крана, сообщила администрация порта во вторник вечером.")];
        Assert.Contains("Порт закрыт", ReportReader.Read(new ReportInput("m.eml", mail)).Report!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_forwarded_newsletter_the_newsletter_is_the_report()
    {
        string body = "See below!\r\n\r\n---------- Forwarded message ---------\r\nFrom: Harbour Gazette <letter@gazette.example>\r\nDate: Mon, 11 Mar 2024 at 07:15\r\nSubject: The lock is shut\r\nTo: <me@home.example>\r\n\r\n\r\n" + Samples.Plain;
        Report report = Samples.Only(Head.Replace("Crane falls", "Fwd: Crane falls", StringComparison.Ordinal) + "\r\n" + body);
        Assert.Equal(("The lock is shut", "Harbour Gazette", new DateOnly(2024, 3, 11)), (report.Title, report.Outlet, report.Published!.From));
        Assert.Equal([Samples.First, Samples.Second, Samples.Third, Samples.Fourth], report.Kept().Split('\n'));
    }

    [Fact]
    public void The_fields_of_a_forwarded_mail_in_html_are_cut()
    {
        Report report = Samples.Only(Head + $"Content-Type: text/html; charset=utf-8\r\n\r\n<div>---------- Forwarded message ---------<br>From: <b>Harbour Gazette</b> &lt;letter@gazette.example&gt;<br>Date: Mon, 11 Mar 2024<br>Subject: The lock is shut<br>To: me</div>{Samples.Html}");
        Assert.Equal(("The lock is shut", "Harbour Gazette"), (report.Title, report.Outlet));
        Assert.Equal([Samples.First, Samples.Second, Samples.Third, Samples.Fourth], report.Kept().Split('\n'));
        Assert.Equal("mail header", report.Cut("Harbour Gazette"));
    }

    [Fact]
    public void An_attached_mail_is_a_report_of_its_own()
    {
        string inner = Head.Replace("Crane falls across lock", "Inner", StringComparison.Ordinal) + "\r\n" + Samples.Plain;
        IReadOnlyList<UnpackedReport> unpacked = Samples.Unpacked(Head + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: message/rfc822\r\n\r\n" + inner + "\r\n--b--\r\n");
        Assert.Equal("Inner", Samples.Read(Assert.Single(unpacked)).Title);
    }

    [Theory]
    [InlineData("Date: 12 March 2024\nFrom: our harbour reporter\n\nThe harbour was closed on Tuesday after a crane fell across its only lock, the port office said.")]
    [InlineData("Subject: a poem\n\nThe harbour was closed on Tuesday after a crane fell across its only lock, the port office said.")]
    [InlineData("From the harbour: ships wait.\n\nThe harbour was closed on Tuesday after a crane fell across its only lock.")]
    public void A_text_that_only_looks_like_a_mail_is_a_text(string text) => Assert.Null(ReportDocuments.Read(Samples.Input(text)));

    private static string Wrapped(string text, int width)
    {
        var wrapped = new StringBuilder();
        foreach (string paragraph in text.Split('\n'))
        {
            int length = 0;
            foreach (string word in paragraph.Split(' '))
            {
                if (length > 0 && length + 1 + word.Length > width)
                {
                    wrapped.Append("\r\n");
                    length = 0;
                }
                wrapped.Append(length > 0 ? " " : "").Append(word);
                length += word.Length + (length > 0 ? 1 : 0);
            }
            wrapped.Append("\r\n");
        }
        return wrapped.ToString()[..^2];
    }

    private static string Encoded(string text, string encoding) => encoding switch
    {
        "base64" => Convert.ToBase64String(Encoding.UTF8.GetBytes(text), Base64FormattingOptions.InsertLineBreaks),
        "quoted-printable" => string.Concat(Encoding.UTF8.GetBytes(text).Select((b, i) => (b is > 32 and < 127 and not (byte)'=' or (byte)' ' ? ((char)b).ToString() : $"={b:X2}") + (i % 50 == 49 ? "=\r\n" : ""))),
        _ => text,
    };
}
