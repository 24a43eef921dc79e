using Fengtai.Audit.Rules;
using Fengtai.Platform.Data;
using Fengtai.Tests.Commands;
using Fengtai.Tests.Support;
using Xunit;

namespace Fengtai.Tests.Audit;

public sealed class TamperingTests(TestCluster cluster) : ChainTest(cluster)
{
    [Fact]
    public async Task Logs_ThatNobodyTouched_Agree()
    {
        await HappenAsync(7);
        await LookAsync();
        await SealAsync();
        await HappenAsync(1);

        var found = await VerifyAsync((await NewestAsync()).HashText);

        Assert.True(found.IsIntact);
        Assert.Equal((2, 7, 1, 1, 0), (found.Seals, found.Events, found.Looks, found.UnsealedEvents, found.UnsealedLooks));
        Assert.Equal((await NewestAsync()).Hash, found.NewestHash);
    }

    [Theory]
    [InlineData("update platform.events set data = '{\"n\": 4, \"text\": \"别的\"}' where id = 5", "seal 1: event 5 was changed")]
    [InlineData("update platform.events set at = at + interval '1 microsecond' where id = 1", "seal 1: event 1 was changed")]
    [InlineData("update platform.events set actor = gen_random_uuid() where id in (2, 4)", "seal 1: event 2 was changed")]
    [InlineData("update platform.events set is_public = true where id = 6", "seal 1: event 6 was changed")]
    [InlineData("update platform.events set kind = 'didNotHappen' where id = 9", "seal 2: event 9 was changed")]
    [InlineData("delete from platform.events where id = 4", "seal 1: event 4 is missing")]
    [InlineData("delete from platform.events where id = 7", "seal 1: event 7 is missing")]
    [InlineData("delete from platform.events where id >= 8", "seal 2: event 8 is missing")]
    [InlineData("truncate platform.events", "seal 1: event 1 is missing")]
    [InlineData("insert into platform.events (id, at, subject_kind, subject_id, kind, is_public, data) overriding system value values (3, now(), 'test', gen_random_uuid(), 'forged', false, '{}')", "seal 1: event 3 was added afterwards")]
    [InlineData("insert into platform.events (id, at, subject_kind, subject_id, kind, is_public, data) overriding system value values (-5, now(), 'test', gen_random_uuid(), 'forged', false, '{}')", "seal 1: event -5 was added afterwards")]
    [InlineData("update platform.events e set data = o.data from platform.events o where (e.id, o.id) in ((2, 5), (5, 2))", "seal 1: event 2 was changed")]
    [InlineData("alter table platform.events alter id drop identity; update platform.events set id = -id where id in (4, 5); update platform.events set id = 9 + id where id < 0", "seal 1: event 4 was changed")]
    [InlineData("alter table platform.events alter id drop identity; update platform.events set id = 3 where id = 6", "seal 1: event 3 was added afterwards")]
    [InlineData("update platform.looks set page = '/elsewhere'", "seal 3: look 1 was changed")]
    [InlineData("update platform.looks set words = null", "seal 3: look 1 was changed")]
    [InlineData("delete from platform.looks", "seal 3: look 1 is missing")]
    [InlineData("delete from audit.seals where number = 2", "seal 2: the seal is missing")]
    [InlineData("delete from audit.seals where number = 1", "seal 1: the seal is missing")]
    [InlineData("update audit.seals set hash = sha256('other') where number = 2", "seal 2: the seal itself was changed")]
    [InlineData("update audit.seals set made_at = made_at - interval '1 day' where number = 1", "seal 1: the seal itself was changed")]
    [InlineData("update audit.seals set count = 5 where number = 1", "seal 1: the seal itself was changed")]
    [InlineData("update audit.seals set digests = '' where number = 1", "seal 1: the seal itself was changed")]
    [InlineData("delete from platform.events where id = 9; update platform.events set kind = 'x' where id = 2", "seal 1: event 2 was changed")]
    public async Task WhatTheSuperuserDoes_IsNamed(string tampering, string named)
    {
        await HappenAsync(6);
        await SealAsync();
        await HappenAsync(2);
        await SealAsync();
        await LookAsync();
        await SealAsync();
        Assert.True((await VerifyAsync()).IsIntact);

        await TamperAsync(tampering);

        Assert.Contains(named, (await VerifyAsync()).Broken?.ToString());
    }

    [Fact]
    public async Task ChainThatWasMadeAnew_AgreesWithItself_ButLacksTheAnchor()
    {
        await HappenAsync(6);
        await SealAsync();
        var anchor = (await NewestAsync()).HashText;
        await HappenAsync(2);
        await SealAsync();
        Assert.True((await VerifyAsync(anchor)).IsIntact);

        await TamperAsync("truncate audit.seals; delete from platform.events where id = 4");
        await SealAsync();

        Assert.Null((await VerifyAsync()).Broken);
        var found = await VerifyAsync(anchor);
        Assert.Null(found.Broken);
        Assert.True(found.LacksExpected);
        Assert.False(found.IsIntact);
    }

    [Fact]
    public async Task Seals_CutOffAtTheEnd_LackTheAnchor()
    {
        await HappenAsync(3);
        await SealAsync();
        await HappenAsync(3);
        await SealAsync();
        var anchor = (await NewestAsync()).HashText;

        await TamperAsync("delete from audit.seals where number = 2; delete from platform.events where id > 4");

        Assert.True((await VerifyAsync(anchor)).LacksExpected);
    }

    [Fact]
    public async Task Verification_IsKept_WithWhatItFound()
    {
        await HappenAsync(2);
        await SealAsync();
        await VerifyAsync();
        await TamperAsync("delete from platform.events where id = 2");
        await VerifyAsync();

        Assert.Equal(
            [(1, 2, null), (0, 0, "{\"id\": 2, \"log\": \"events\", \"kind\": \"missing\", \"seal\": 1}")],
            await Application.Command("select seals, events, broken::text from audit.verifications order by id").ListAsync(r => (r.GetInt64(0), r.GetInt64(1), r.Get<string>(2)), default));
    }

    [Fact]
    public async Task Commands_TellBeside_AndEndAccordingly()
    {
        await HappenAsync(4);
        await SealAsync();
        var newest = await NewestAsync();

        var (code, anchor, _) = await RunAsync("anchor");
        Assert.Equal((0, newest.HashText), (code, anchor.Trim()));

        (code, var output, _) = await RunAsync("verify", "--expect", newest.HashText);
        Assert.Equal(0, code);
        Assert.Contains("4 events and 0 looks in 1 seals agree", output);
        Assert.Contains("0 events and 0 looks are not sealed yet", output);
        Assert.Contains("The expected hash is in the chain.", output);

        (code, output, _) = await RunAsync("verify", "--expect", new string('0', 64));
        Assert.Equal(1, code);
        Assert.Contains("the chain was made anew or cut off", output);

        await TamperAsync("update platform.events set kind = 'x' where id = 2");
        (code, output, _) = await RunAsync("verify");
        Assert.Equal(1, code);
        Assert.Contains("Broken at seal 1: event 2 was changed.", output);
    }

    [Fact]
    public void CanonicalBytes_StayWhatTheyAre()
    {
        var digest = new byte[CanonicalRow.DigestSize];
        new CanonicalRow().Begin("events").Number(7).Time(new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero)).Id((Guid?)null).Id(new Guid("0199aa00-0000-7000-8000-000000000001")).Text("烽台").Flag(true).MaybeText(null).Digest(digest);
        var stretch = new Stretch("events", 1);
        stretch.Add(7, digest);

        Assert.Equal(
            ("7c5072e3809c8b62412e924cea3ef78910c0f5753166c6967fc532cf55972822", "a143f00a12b24551b0a3e1ae626f9cc7b86a37b8b2c947b48658df921a2f9d04"),
            (Convert.ToHexStringLower(digest), Convert.ToHexStringLower(stretch.Hash(Stretch.BeforeTheFirst, 1, 7, DateTimeOffset.UnixEpoch))));
    }

    private async Task<(int Code, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        using var folder = new Database.OwnFolder();
        using var program = RunningProgram.StartOn(OwnerString, ["audit", .. arguments, "--data", folder.Data]);
        return await program.EndAsync();
    }
}
