using System.Security.Cryptography;
using System.Text;
using Fengtai.Platform.Data;
using Fengtai.Platform.Keys;
using Fengtai.Tests.Database;
using Fengtai.Tests.Support;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Fengtai.Tests.Keys;

public sealed class KeyEncryptionTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task Keys_InTheDatabase_AreSealed_AndStillOpenWhatTheySealed()
    {
        var form = app.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("form");
        var sealedText = form.Protect("hello");

        var keys = await app.Database.Command("select xml from platform.keys").ListAsync(r => r.GetString(0), default);

        Assert.Equal("hello", form.Unprotect(sealedText));
        Assert.NotEmpty(keys);
        Assert.All(keys, key => Assert.Contains("<sealed", key));
        Assert.All(keys, key => Assert.DoesNotContain("masterKey", key));
    }

    [Fact]
    public void Secret_IsMadeOnce_ForUsAlone_AndOpensAfterARestart()
    {
        using var folder = new OwnFolder();
        var sealedBytes = Secret(folder).Seal("烽台"u8.ToArray());

        Assert.Equal("烽台", Encoding.UTF8.GetString(Secret(folder).Open(sealedBytes)));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(folder.File("key.secret")));
        Assert.Equal([folder.File("key.secret")], Directory.EnumerateFiles(folder.Data));
    }

    [Fact]
    public void Secret_OfAnotherInstallation_OpensNothing()
    {
        using var folder = new OwnFolder();
        using var other = new OwnFolder();

        Assert.Throws<AuthenticationTagMismatchException>(() => Secret(other).Open(Secret(folder).Seal([1, 2, 3])));
    }

    private static KeySecret Secret(OwnFolder folder) =>
        new(new() { DataFolder = folder.Data, Database = "", PublicUrl = new("http://desk.example") }, new ConfigurationBuilder().Build());
}
