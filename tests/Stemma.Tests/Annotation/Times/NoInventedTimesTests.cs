using Stemma.Annotation.Times;

namespace Stemma.Tests.Annotation.Times;

/// <summary>
/// What looks like a time and is none gets no value, and words get none that they do not carry: of an impossible day at most its month
/// or year is told. The reports are of Wednesday, 15 May 2024.
/// </summary>
public class NoInventedTimesTests
{
    [Theory]
    [InlineData("It opened on 30 February 2021.", "February 2021=2021-02")]
    [InlineData("It opened on February 30, 2021.", "2021=2021")]
    [InlineData("It opened on 29 February 2021.", "February 2021=2021-02")]
    [InlineData("It opened on 29 February 2020.", "29 February 2020=2020-02-29")]
    [InlineData("It opened on 31 June 2021.", "June 2021=2021-06")]
    [InlineData("It opened on May 32.", "")]
    [InlineData("It opened on May 0th.", "")]
    [InlineData("It opened on 2021-02-30.", "")]
    [InlineData("It opened on 2021-13-05.", "")]
    [InlineData("It opened at 25:61 on Monday.", "Monday=2024-05-13")]
    [InlineData("It opened at 24:30 on Monday.", "Monday=2024-05-13")]
    [InlineData("It opened at 13 p.m. on Monday.", "Monday=2024-05-13")]
    [InlineData("It opened at 99:99.", "")]
    [InlineData("It opened at 2500 GMT.", "")]
    [InlineData("It opened in the fifth quarter of 2021.", "the fifth quarter of 2021=")]
    [InlineData("It opened in the 99th century.", "")]
    public void Of_a_day_or_hour_that_cannot_be_no_day_or_hour_is_told(string text, string expected) => AssertTimes(expected, text);

    [Theory]
    [InlineData("It opened in the year 0.")]
    [InlineData("It opened in 0000.")]
    [InlineData("It opened in 44 BC.")]
    [InlineData("It opened in 1200 BC.")]
    [InlineData("It opened in 1200 B.C.")]
    [InlineData("It opened in the 15th century BC.")]
    [InlineData("It opened in -500.")]
    [InlineData("It opened on 3 March 99999.")]
    [InlineData("It opened on May 1, 0001.")]
    [InlineData("It opened on 12-14 March 99999.")]
    [InlineData("It opened in 1444 AH.")]
    [InlineData("It opened on 12 Ramadan 1444.")]
    [InlineData("It opened on 15 Nisan 5783.")]
    [InlineData("It opened in B.E. 2566.")]
    [InlineData("It opened on 5 May Reiwa 5.")]
    [InlineData("It opened on 令和5年3月1日.")]
    [InlineData("It opened on 1 มกราคม 2566.")]
    [InlineData("It opened on ٣ مارس ٢٠٢١.")]
    [InlineData("It opened on １２ March ２０２１.")]
    public void Years_out_of_reach_and_other_calendars_get_no_value(string text) => AssertTimes("", text);

    [Theory]
    [InlineData("The id is 550e8400-e29b-41d4-a716-446655440000.")]
    [InlineData("The id is 2020e840-2021-4019-a716-1998.")]
    [InlineData("Version 1.2.3 was released.")]
    [InlineData("Version 2021.3.1 was released.")]
    [InlineData("Version 10.12.2020.1 was released.")]
    [InlineData("The host is 192.168.1.12.")]
    [InlineData("Call 1-800-2020-199 or +44 20 7946 0958.")]
    [InlineData("ISBN 978-3-16-148410-0.")]
    [InlineData("See /var/log/2020/01/02/file.log.")]
    [InlineData("See https://example.org/archive?year=1999&page=12.")]
    [InlineData("The hash is d41d8cd98f00b204e9800998ecf8427e.")]
    [InlineData("The commits are 2019abc and 1998def.")]
    [InlineData("It cost $1,999 or £19.99 or 1999 dollars.")]
    [InlineData("They won 3-2; the ratio is 1/2.")]
    [InlineData("There were 1999 people.")]
    [InlineData("Room 1984 is closed.")]
    [InlineData("It is on pages 1990-1995 of the book.")]
    [InlineData("It took 1e9 years.")]
    [InlineData("It took 3.5.2 years.")]
    [InlineData("It took 1,2,3 days.")]
    public void Numbers_that_name_or_count_something_else_are_no_times(string text) => AssertTimes("", text);

    [Theory]
    [InlineData("It opened on 2021-03-03T10:15:00Z.", "2021-03-03=2021-03-03; 10:15:00Z=2021-03-03T10:15:00Z")]
    [InlineData("FY2019 was good.", "2019=2019")]
    [InlineData("It opened at 11:19PM.", "11:19PM=2024-05-15T23:19")]
    [InlineData("It opened in 1444.", "1444=1444")]
    [InlineData("It opened on 3 March, 1500 people came.", "3 March, 1500=1500-03-03")]
    [InlineData("It was in Room 12 in 1984.", "1984=1984")]
    public void What_stands_close_to_other_signs_is_still_found(string text, string expected) => AssertTimes(expected, text);

    [Fact]
    public void Numbers_too_long_to_count_with_are_passed_over()
    {
        AssertTimes("", $"It took {new string('9', 50)} years.");
        AssertTimes("", $"It opened in {new string('2', 5000)}.");
        AssertTimes("999999999 years ago=", "It opened 999999999 years ago.");
    }

    private static void AssertTimes(string expected, string text) => Assert.Equal(expected, TimesOf.Shown(text, TimesOf.Day(2024, 5, 15)));
}
