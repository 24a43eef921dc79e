using Fengtai.Identity;
using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Fengtai.Platform.Refusals;
using Fengtai.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Fengtai.Tests.Identity;

public sealed class SignInTests(App app) : IClassFixture<App>
{
    private const string Password = "correct horse battery";
    private static int _addresses;

    [Fact]
    public async Task RightPassword_SignsIn_InAnyCaseOfTheLogin()
    {
        await PersonAsync("anna");
        Assert.False((await TryAsync(" Anna ", Password)).IsRefused);
    }

    [Theory]
    [InlineData("", "x", "missing")]
    [InlineData("anyone", "", "missing")]
    [InlineData("nobody.at.all", "wrong", "wrongLoginOrPassword")]
    [InlineData("<script>", "wrong", "wrongLoginOrPassword")]
    public async Task BadInput_IsRefused(string login, string password, string code) =>
        Assert.Equal(code, (await TryAsync(login, password)).Refusal?.Code);

    [Fact]
    public async Task AnswersForAnUnknownLogin_AreThoseForAKnownOne()
    {
        await PersonAsync("bert");
        for (var i = 0; i < 6; i++)
        {
            Assert.Equal((await TryAsync("bert", "wrong")).Refusal, (await TryAsync("bertha", "wrong")).Refusal);
        }
    }

    [Fact]
    public async Task FiveWrongPasswords_LockForFifteenMinutes_ForTheRightOneToo()
    {
        await PersonAsync("carl");
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal("wrongLoginOrPassword", (await TryAsync("carl", "wrong")).Refusal?.Code);
        }
        Assert.Equal(new SignInIsLocked(15), (await TryAsync("carl", Password)).Refusal);
        app.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.False((await TryAsync("carl", Password)).IsRefused);
    }

    [Fact]
    public async Task RightPassword_ClearsTheCount()
    {
        await PersonAsync("dora");
        foreach (var password in new[] { "wrong", "wrong", "wrong", "wrong", Password, "wrong" })
        {
            await TryAsync("dora", password);
        }
        Assert.False((await TryAsync("dora", Password)).IsRefused);
    }

    [Fact]
    public async Task GuessesMadeAtOnce_AreCountedOneByOne()
    {
        await PersonAsync("emil");
        var answers = await Task.WhenAll(Enumerable.Range(0, 9).Select(_ => TryAsync("emil", "wrong")));
        Assert.Equal(5, answers.Count(a => a.Refusal is WrongLoginOrPassword));
        Assert.Equal(4, answers.Count(a => a.Refusal is SignInIsLocked));
    }

    [Fact]
    public async Task ManyLogins_FromOneAddress_BecomeSlow()
    {
        var last = await TryAsync("x", "wrong", "198.51.100.7");
        for (var i = 0; i < SignInLimit.MostFailures; i++)
        {
            last = await TryAsync($"x{i}", "wrong", "198.51.100.7");
        }
        Assert.IsType<TooManyAttempts>(last.Refusal);
        app.Clock.Advance(SignInLimit.Window);
        Assert.IsType<WrongLoginOrPassword>((await TryAsync("y", "wrong", "198.51.100.7")).Refusal);
    }

    [Fact]
    public async Task DisabledPerson_CannotSignIn_AndTheAnswerDoesNotTellWhy()
    {
        var person = await PersonAsync("fred");
        await app.RunAsync(s => s.GetRequiredService<ChangeAccess>().DisableAsync(person.Id, Actor.System, default));
        Assert.IsType<WrongLoginOrPassword>((await TryAsync("fred", Password)).Refusal);
    }

    [Fact]
    public async Task Log_SaysWhatHappened_WithoutSecrets()
    {
        var person = await PersonAsync("gina");
        await TryAsync("gina", "a wrong guess");
        var session = (await TryAsync("gina", Password)).Value;
        var events = await app.RunAsync(s => s.GetRequiredService<FengtaiDb>().Set<Fengtai.Platform.Events.EventRow>().Where(e => e.SubjectId == person.Id).OrderBy(e => e.Id).ToListAsync());
        Assert.Equal(["personCreated", "signInFailed", "sessionStarted"], events.Select(e => e.Kind));
        Assert.DoesNotContain(events, e => e.Data.Contains(Password) || e.Data.Contains(session.Secret) || e.Data.Contains("wrong guess"));
    }

    private Task<Result<StartedSession>> TryAsync(string login, string password, string? address = null) => app.RunAsync(s =>
        s.GetRequiredService<SignIn>().RunAsync(login, password, false, new(address ?? $"10.0.0.{Interlocked.Increment(ref _addresses)}", ""), default));

    private Task<Person> PersonAsync(string login) => app.RunAsync(async s => (await s.GetRequiredService<CreatePerson>()
        .RunAsync(new() { Login = login, Name = login }, [Roles.User], Password, false, "command", Actor.System, default)).Value);
}
