using System.Net;
using AngleSharp.Html.Dom;
using Fengtai.Catalog;
using Fengtai.Identity;
using Fengtai.Tests.Support;
using Xunit;

namespace Fengtai.Tests.Catalog.Admin;

public sealed class MatrixPageTests(App app) : CatalogTest(app)
{
    private const string Path = "/admin/priority-matrix";

    [Fact]
    public async Task TheMatrix_IsEdited_AndAStaleFormTellsWhatChanged()
    {
        var browser = await App.BrowseAsync(await App.AddPersonAsync("matrix", Roles.Administrator));
        var open = await browser.OpenAsync(Path);

        var saved = await browser.SubmitAsync(await browser.OpenAsync(Path), null, ("cell.low.low", "normal"), ("impact.low", "个别人"));
        Assert.Equal(HttpStatusCode.OK, saved.Status);
        var matrix = await Run((PriorityMatrixQuery query) => query.CurrentAsync());
        Assert.Equal((Priority.Normal, Priority.Urgent, "个别人"), (matrix.Grade(Impact.Low, Urgency.Low), matrix.Grade(Impact.High, Urgency.High), matrix.MeaningOf(Impact.Low).Chinese));

        var stale = await browser.SubmitAsync(open, null, ("cell.low.low", "high"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, stale.Status);
        Assert.Contains("个别人", stale.One(".notice[role=alert]").TextContent);
        Assert.Equal("high", ((IHtmlSelectElement)stale.One("[name='cell.low.low']")).Value);
        Assert.Equal(Priority.Normal, (await Run((PriorityMatrixQuery query) => query.CurrentAsync())).Grade(Impact.Low, Urgency.Low));

        Assert.Equal("个别人", ((IHtmlTextAreaElement)stale.One("[name='impact.low']")).Value);

        await browser.SubmitAsync(stale, null);
        Assert.Equal(Priority.High, (await Run((PriorityMatrixQuery query) => query.CurrentAsync())).Grade(Impact.Low, Urgency.Low));
    }

    [Fact]
    public async Task ACellOrAMeaningThatIsNone_IsRefused()
    {
        var browser = await App.BrowseAsync(await App.AddPersonAsync("cells", Roles.Administrator));

        var page = await browser.SubmitAsync(await browser.OpenAsync(Path), null, ("cell.high.high", "whatever"), ("urgency.low", ""), ("urgency.high.en", new string('x', 201)));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal(3, page.All(".error-summary li").Count);
        Assert.Contains("请填写「不急（中文）」", page.Text);
    }
}
