using Stemma.Reading;
using Stemma.Reading.Documents;

namespace Stemma.Tests.Reading.Documents;

public class DocumentDateTests
{
    [Theory]
    [InlineData("Tue, 12 Mar 2024 18:30:00 +0100", "2024-03-12T17:30:00Z")]
    [InlineData("Tue, 12 Mar 2024 18:30:00 GMT", "2024-03-12T18:30:00Z")]
    [InlineData("Tue, 12 Mar 2024 18:30 GMT", "2024-03-12T18:30:00Z")]
    [InlineData("tue,12 mar 2024 18:30:00 gmt", "2024-03-12T18:30:00Z")]
    [InlineData("Tuesday, 12 March 2024 18:30:00 UT", "2024-03-12T18:30:00Z")]
    [InlineData("12 Mar 2024 18:30:00 EST", "2024-03-12T23:30:00Z")]
    [InlineData("Tue, 12 Mar 2024 18:30:00 CST", "2024-03-13T00:30:00Z")]
    [InlineData("Tue, 12 Mar 24 18:30:00 MDT", "2024-03-13T00:30:00Z")]
    [InlineData("Tue, 12-Mar-24 18:30:00 GMT", "2024-03-12T18:30:00Z")]
    [InlineData("Fri, 12 Mar 99 18:30:00 GMT", "1999-03-12T18:30:00Z")]
    [InlineData("Mon, 12 Mar 2024 18:30:00 +01:00", "2024-03-12T17:30:00Z")]
    [InlineData("Tue, 12 Mar 2024 18:30:00 GMT+1", "2024-03-12T17:30:00Z")]
    [InlineData("Tue, 12 Mar 2024 6:30:00 PM EST", "2024-03-12T23:30:00Z")]
    [InlineData("Tue, 12 Mar 2024 18:30:00 +0100 (CET)", "2024-03-12T17:30:00Z")]
    [InlineData("2024-03-12T18:30:00Z", "2024-03-12T18:30:00Z")]
    [InlineData("2024-03-12t18:30:00z", "2024-03-12T18:30:00Z")]
    [InlineData("2024-03-12T18:30:00.123456+01:00", "2024-03-12T17:30:00Z")]
    [InlineData("2024-03-12T18:30+0100", "2024-03-12T17:30:00Z")]
    [InlineData("2024-03-12 18:30:00 -0500", "2024-03-12T23:30:00Z")]
    [InlineData("20240312T183000Z", "2024-03-12T18:30:00Z")]
    [InlineData("20240312T1830+0100", "2024-03-12T17:30:00Z")]
    [InlineData("Mar 12, 2024 06:30 PM UTC", "2024-03-12T18:30:00Z")]
    [InlineData("2024-02-29T23:59:60Z", "2024-02-29T23:59:59Z")]
    public void A_moment_is_read_however_the_feed_writes_it(string text, string moment) =>
        Assert.Equal(DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture), DocumentDate.Read(text)!.Instant);

    [Theory]
    [InlineData("2024-03-12")]
    [InlineData("20240312")]
    [InlineData("12 March 2024")]
    [InlineData("2024-03-12T18:30:00")]
    [InlineData("Tue, 12 Mar 2024 18:30:00 Europe/Paris")]
    [InlineData("Tue, 12 Mar 2024 18:30:00 XYZ")]
    [InlineData("12 марта 2024")]
    public void A_day_without_a_sure_moment_is_a_day(string text) =>
        Assert.Equal((new DateOnly(2024, 3, 12), null), (DocumentDate.Read(text)!.Day, DocumentDate.Read(text)!.Instant));

    [Theory]
    [InlineData("soon")]
    [InlineData("0000-00-00T00:00:00Z")]
    [InlineData("1970-01-01T00:00:00Z")]
    [InlineData("Thu, 01 Jan 1970 00:00:00 +0000")]
    [InlineData("31 Feb 2024 10:00:00 GMT")]
    [InlineData("03/04/2024")]
    [InlineData("2024-03")]
    [InlineData("1710268200")]
    [InlineData("Tue, 12 Mar")]
    [InlineData("2024-13-45T99:99:99Z")]
    public void What_is_no_date_is_none_and_is_told(string text)
    {
        Assert.Null(DocumentDate.Read(text)!.Day);
        UnpackedReport unpacked = Assert.Single(Samples.Unpacked(Samples.Rss(Samples.Item("1").Replace("Tue, 12 Mar 2024 18:30:00 +0100", text, StringComparison.Ordinal))));
        Assert.Contains(text, unpacked.Problem, StringComparison.Ordinal);
        Assert.Null(Samples.Read(unpacked).Published);
    }

    [Fact]
    public void An_empty_field_is_no_date() => Assert.Null(DocumentDate.Read(" "));
}
