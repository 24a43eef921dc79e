using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Fengtai.Platform.Access;
using Fengtai.Platform.Files;
using Fengtai.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Fengtai.Tests.Files;

public sealed class UploadTests(UploadTests.AppOfSomeone app) : IClassFixture<UploadTests.AppOfSomeone>
{
    private const int Megabyte = 1024 * 1024;

    [Fact]
    public async Task Program_UploadsAFile_AsTheWholeBody()
    {
        var answer = await UploadAsync("not really a picture"u8.ToArray(), "?name=..%2F%E6%88%AA%E5%9B%BE.png", signedIn: true);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var file = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.Equal(("截图.png", "text/plain", 20), (file.GetProperty("name").GetString(), file.GetProperty("contentType").GetString(), file.GetProperty("size").GetInt32()));
        var stored = Assert.Single(await app.Services.GetRequiredService<FileStore>().FindAsync([file.GetProperty("id").GetGuid()], TestContext.Current.CancellationToken));
        Assert.Equal(AppOfSomeone.Someone.Id, stored.CreatedBy);
    }

    [Theory]
    [InlineData(0, HttpStatusCode.UnprocessableEntity, "fileIsEmpty")]
    [InlineData(25 * Megabyte + 1, HttpStatusCode.RequestEntityTooLarge, "fileIsTooLarge")]
    [InlineData(35 * Megabyte, HttpStatusCode.RequestEntityTooLarge, "fileIsTooLarge")]
    public async Task File_OfAnUnacceptableSize_IsRefused(int size, HttpStatusCode status, string code)
    {
        var answer = await UploadAsync(new byte[size], "", signedIn: true);
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(code, (await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("code").GetString());
    }

    [Fact]
    public async Task Stranger_UploadsNothing() =>
        Assert.Equal(HttpStatusCode.Unauthorized, (await UploadAsync([1], "", signedIn: false)).StatusCode);

    [Fact]
    public async Task Form_ThatAcceptsFiles_TakesMoreThanTheServerOtherwiseWould()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        await using var form = builder.Build();
        form.MapPost("/", async (HttpRequest request) => Results.Text($"{(await request.ReadFormAsync()).Files.Sum(f => f.Length)} bytes")).AcceptsFiles();
        await form.StartAsync(TestContext.Current.CancellationToken);

        using var client = new HttpClient { BaseAddress = new(form.Urls.First()) };
        using var content = new MultipartFormDataContent();
        for (var i = 0; i < 6; i++)
        {
            content.Add(new ByteArrayContent(new byte[24 * Megabyte]), "files", $"{i}.bin");
        }
        using var answer = await client.PostAsync("/", content, TestContext.Current.CancellationToken);
        Assert.Equal($"{6 * 24 * Megabyte} bytes", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private async Task<HttpResponseMessage> UploadAsync(byte[] content, string query, bool signedIn)
    {
        var browser = await app.Browse();
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/files" + query) { Content = new ByteArrayContent(content) };
        request.Headers.Add(AppOfSomeone.Header, signedIn ? "yes" : "no");
        return await browser.SendAsync(request);
    }

    public sealed class AppOfSomeone(TestCluster cluster) : App(cluster)
    {
        internal const string Header = "X-Signed-In";
        internal static readonly Actor Someone = new() { Id = Guid.CreateVersion7(), Login = "someone" };

        protected override void Adjust(WebApplicationBuilder builder)
        {
            base.Adjust(builder);
            builder.Services.AddSingleton<IStartupFilter>(new SignIn());
        }

        private sealed class SignIn : IStartupFilter
        {
            public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
            {
                app.Use((http, rest) =>
                {
                    if (http.Request.Headers[Header] == "yes")
                    {
                        http.SetActor(Someone);
                    }
                    return rest(http);
                });
                next(app);
            };
        }
    }
}
