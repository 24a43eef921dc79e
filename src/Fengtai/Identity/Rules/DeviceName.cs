using Fengtai.Identity.Portal;

namespace Fengtai.Identity.Rules;

/// <summary>What a browser calls itself, made readable. Good for recognising one's own devices, for nothing else: anybody can send anything.</summary>
internal static class DeviceName
{
    // the first that is named counts: most browsers also claim to be those further down
    private static readonly (string Mark, string Name)[] Browsers =
    [
        ("wxwork/", "WeCom"), ("MicroMessenger/", "WeChat"), ("DingTalk/", "DingTalk"), ("Lark/", "Feishu"), ("QQBrowser/", "QQ Browser"), ("Edg", "Edge"), ("OPR/", "Opera"),
        ("HuaweiBrowser/", "Huawei Browser"), ("SamsungBrowser/", "Samsung Internet"), ("Firefox/", "Firefox"), ("FxiOS/", "Firefox"), ("CriOS/", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari"), ("curl/", "curl"),
    ];

    private static readonly (string Mark, string Name)[] Systems =
    [
        ("iPhone", "iPhone"), ("iPad", "iPad"), ("HarmonyOS", "HarmonyOS"), ("OpenHarmony", "HarmonyOS"), ("Android", "Android"), ("Windows", "Windows"), ("Macintosh", "macOS"), ("CrOS", "ChromeOS"), ("Linux", "Linux"),
    ];

    public static Device Read(string userAgent)
    {
        var system = NameIn(Systems, userAgent);
        return new(NameIn(Browsers, userAgent), system, system is "iPhone" or "Android" or "HarmonyOS");
    }

    private static string? NameIn((string Mark, string Name)[] known, string userAgent) =>
        known.FirstOrDefault(k => userAgent.Contains(k.Mark, StringComparison.OrdinalIgnoreCase)).Name;
}
