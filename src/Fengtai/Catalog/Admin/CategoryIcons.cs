namespace Fengtai.Catalog.Admin;

/// <summary>The icons offered for categories: things, not signs of the user interface.</summary>
internal static class CategoryIcons
{
    public static readonly IReadOnlyList<string> Offered =
    [
        "device-desktop", "device-laptop", "device-mobile", "device-tv", "device-projector", "printer", "mouse", "keyboard", "headset", "microphone",
        "volume", "video", "device-cctv", "camera", "scan", "usb", "battery", "plug", "cpu", "server", "database", "cloud", "network", "wifi", "antenna",
        "route", "world", "browser", "app-window", "apps", "download", "code", "api", "bug", "file-text", "file-spreadsheet", "folder", "forms", "mail",
        "at", "message-circle", "messages", "phone", "phone-call", "key", "password", "lock", "shield-lock", "shield", "fingerprint", "license", "id",
        "id-badge-2", "nfc", "credit-card", "cash", "door", "building", "building-skyscraper", "home", "map-pin", "users", "user-plus", "calendar-event",
        "clock", "book", "bulb", "certificate", "chart-bar", "package", "tool", "tools", "sun", "help-circle", "dots",
    ];
}
