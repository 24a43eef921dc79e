using Xunit;
using static Fengtai.Tests.Tickets.Desk.TicketDesk;

namespace Fengtai.Tests.Tickets.Desk;

public sealed class WorkOrderTests(TicketDesk desk) : IClassFixture<TicketDesk>
{
    [Fact]
    public async Task OfATicket_IsFilledFromIt_AndTicksItsModule()
    {
        var number = await desk.OpenAsync(category: "hardware.printer");
        var sheet = (await desk.Agent.OpenAsync($"{Address(number)}/work-order")).One(".sheet");
        foreach (var said in new[] { "财务部", "李华", "分机 1024", "lihua", "3 楼 305", "2026-03-02 09:00", "一直卡纸", "打印机卡纸", number.ToString(System.Globalization.CultureInfo.InvariantCulture) })
        {
            Assert.Contains(said, sheet.TextContent, StringComparison.Ordinal);
        }
        Assert.Equal(["打印机"], sheet.QuerySelectorAll(".box.ticked").Select(b => b.TextContent));
    }

    [Fact]
    public async Task Empty_IsForThePen()
    {
        var sheet = (await desk.Engineer.OpenAsync("/desk/work-order")).One(".sheet");
        Assert.Empty(sheet.QuerySelectorAll(".box.ticked"));
        Assert.Equal(13, sheet.QuerySelectorAll(".box").Length);
        Assert.Contains("IT-F-01", sheet.TextContent, StringComparison.Ordinal);
    }
}
