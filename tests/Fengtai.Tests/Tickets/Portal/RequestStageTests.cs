using Fengtai.Catalog;
using Fengtai.Tickets;
using Fengtai.Tickets.Portal;
using Xunit;

namespace Fengtai.Tests.Tickets.Portal;

public sealed class RequestStageTests
{
    [Theory]
    [InlineData(TicketStatus.New, null, false, RequestStage.Received, 0)]
    [InlineData(TicketStatus.Accepted, null, false, RequestStage.Accepted, 1)]
    [InlineData(TicketStatus.Assigned, null, false, RequestStage.Arranged, 1)]
    [InlineData(TicketStatus.InProgress, null, true, RequestStage.InProgress, 2)]
    [InlineData(TicketStatus.Waiting, WaitReason.User, false, RequestStage.AwaitsYou, 1)]
    [InlineData(TicketStatus.Waiting, WaitReason.User, true, RequestStage.AwaitsYou, 2)]
    [InlineData(TicketStatus.Waiting, WaitReason.Parts, true, RequestStage.Paused, 2)]
    [InlineData(TicketStatus.Waiting, WaitReason.UserDate, true, RequestStage.Paused, 2)]
    [InlineData(TicketStatus.Resolved, null, true, RequestStage.Solved, 3)]
    [InlineData(TicketStatus.Closed, null, true, RequestStage.Closed, 4)]
    [InlineData(TicketStatus.Cancelled, null, false, RequestStage.Withdrawn, 4)]
    public void Stage_FollowsFromTheState(TicketStatus status, WaitReason? reason, bool started, RequestStage stage, int step)
    {
        var ticket = new Ticket { Status = status, WaitReason = reason, StartedAt = started ? DateTimeOffset.UnixEpoch : null };
        Assert.Equal((stage, step), (RequestStages.Of(ticket), RequestStages.StepOf(ticket)));
    }

    [Theory]
    [InlineData("打印机卡纸了", "printer", "hardware")]
    [InlineData("打印", "printer")]
    [InlineData("the monitor is dark", "peripheral")]
    [InlineData("VPN 连不上", "vpn")]
    [InlineData("it is slow", "vpn")]
    [InlineData("！？")]
    public void Words_FitCategories(string words, params string[] codes)
    {
        var hardware = Guid.CreateVersion7();
        var tree = new CategoryTree(
        [
            new() { Id = hardware, Code = "hardware", Name = "硬件", NameEn = "Hardware", Icon = "x", Keywords = ["卡纸"] },
            new() { Id = Guid.CreateVersion7(), ParentId = hardware, Code = "printer", Name = "打印机", NameEn = "Printer", Icon = "x", Keywords = ["打印", "卡纸"], Position = 1 },
            new() { Id = Guid.CreateVersion7(), ParentId = hardware, Code = "peripheral", Name = "外设", NameEn = "Peripherals", Icon = "x", Keywords = ["monitor"], Position = 2 },
            new() { Id = Guid.CreateVersion7(), Code = "vpn", Name = "VPN 远程接入", NameEn = "VPN", Icon = "x", Keywords = ["IT"] },
        ]);
        Assert.Equal(codes, FittingCategories.For(words, tree).Select(c => c.Code));
    }
}
