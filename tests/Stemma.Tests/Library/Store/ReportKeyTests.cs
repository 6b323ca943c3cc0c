using Stemma.Library.Store;

namespace Stemma.Tests.Library.Store;

/// <summary>Which addresses are one report.</summary>
public class ReportKeyTests
{
    [Theory]
    [InlineData("https://orm.example/keeper", "http://www.orm.example/keeper/")]
    [InlineData("https://orm.example/keeper?id=4&page=2", "https://ORM.example/keeper?page=2&id=4&utm_campaign=x&fbclid=9#end")]
    [InlineData("https://orm.example", "https://orm.example:443/")]
    public void What_does_not_name_the_page_tells_no_reports_apart(string a, string b) =>
        Assert.Equal(ReportKey.Of(new Uri(a)), ReportKey.Of(new Uri(b)));

    [Theory]
    [InlineData("https://orm.example/keeper?id=4", "https://orm.example/keeper?id=5")]
    [InlineData("https://orm.example/keeper", "https://orm.example/Keeper")]
    [InlineData("https://orm.example/keeper", "https://orm.example:8080/keeper")]
    [InlineData("https://orm.example/keeper", "https://news.orm.example/keeper")]
    public void What_names_another_page_does(string a, string b) =>
        Assert.NotEqual(ReportKey.Of(new Uri(a)), ReportKey.Of(new Uri(b)));
}
