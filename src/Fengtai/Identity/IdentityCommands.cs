using System.CommandLine;
using System.Globalization;
using Fengtai.Identity.Admin;
using Fengtai.Identity.Portal;
using Fengtai.Platform.Access;
using Fengtai.Platform.Http;
using Fengtai.Platform.Practices;
using Fengtai.Platform.Refusals;
using Microsoft.Extensions.Localization;

namespace Fengtai.Identity;

/// <summary><c>user create</c> and <c>token create</c>: for scripts and for the operator who is locked out.</summary>
internal static class IdentityCommands
{
    public static IEnumerable<Command> All(BesideServer beside)
    {
        yield return new Command("user", "People") { CreateUser(beside) };
        yield return new Command("token", "API tokens") { TokenCommand(beside) };
    }

    private static Command CreateUser(BesideServer beside)
    {
        var login = new Option<string>("--login") { Required = true, Description = "Latin letters, digits, . _ - @" };
        var name = new Option<string>("--name") { Required = true };
        var role = new Option<string[]>("--role") { Required = true, AllowMultipleArgumentsPerToken = true, Description = string.Join(' ', Roles.All) };
        var password = new Option<bool>("--password-stdin") { Description = "Reads the password from standard input; otherwise a link for setting one is printed" };
        var command = new Command("create", "Creates a person") { login, name, role, password };
        command.SetAction((parsed, cancellation) => beside(parsed, async services =>
        {
            var typed = parsed.GetValue(password) ? (await Console.In.ReadLineAsync(cancellation) ?? "") : null;
            var form = new PersonForm { Login = parsed.GetRequiredValue(login), Name = parsed.GetRequiredValue(name) };
            var created = await services.GetRequiredService<CreatePerson>().RunAsync(form, parsed.GetRequiredValue(role), typed, mustChange: false, "command", Actor.System, cancellation);
            if (created.IsRefused)
            {
                return Refuse(services, created.Refusals);
            }
            if (typed is not null)
            {
                await Console.Out.WriteLineAsync(created.Value.Login);
                return 0;
            }
            var link = await services.GetRequiredService<MakePasswordLink>().RunAsync(created.Value.Id, Actor.System, cancellation);
            await Console.Out.WriteLineAsync(new Uri(services.GetRequiredService<HostSettings>().PublicUrl, link.Value.Path).ToString());
            return 0;
        }, cancellation));
        return command;
    }

    private static Command TokenCommand(BesideServer beside)
    {
        var user = new Option<string>("--user") { Required = true, Description = "The login of the person that the token acts as" };
        var name = new Option<string>("--name") { Required = true, Description = "What the token is for" };
        var readOnly = new Option<bool>("--read-only");
        var days = new Option<int>("--days") { DefaultValueFactory = _ => CreateToken.Lives[^1], Description = $"How long it is good for: {string.Join(", ", CreateToken.Lives)}" };
        var command = new Command("create", "Creates an API token and prints it, once") { user, name, readOnly, days };
        command.SetAction((parsed, cancellation) => beside(parsed, async services =>
        {
            var person = await services.GetRequiredService<People>().ByLoginAsync(parsed.GetRequiredValue(user), cancellation);
            if (person is not { IsActive: true })
            {
                await Console.Error.WriteLineAsync($"There is no active person with the login {parsed.GetRequiredValue(user)}.");
                return 1;
            }
            var form = new CreateTokenForm
            {
                TokenName = parsed.GetRequiredValue(name),
                Scope = parsed.GetValue(readOnly) ? "read" : "write",
                Days = parsed.GetValue(days).ToString(CultureInfo.InvariantCulture),
            };
            var token = await services.GetRequiredService<CreateToken>().RunAsync(person.Id, form, Actor.System, cancellation);
            if (token.IsRefused)
            {
                return Refuse(services, token.Refusals);
            }
            await Console.Out.WriteLineAsync(token.Value.Secret);
            return 0;
        }, cancellation));
        return command;
    }

    private static int Refuse(IServiceProvider services, IReadOnlyList<Refusal> refusals)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        var texts = services.GetRequiredService<IStringLocalizer>();
        foreach (var refusal in refusals)
        {
            Console.Error.WriteLine(texts.Sentence(refusal));
        }
        return 1;
    }
}
