namespace Fengtai.Catalog.Defaults;

/// <summary>The catalogue that a new desk begins with; its administrator makes it its own.</summary>
internal static class DefaultCatalogue
{
    private const string Incident = "incident", ServiceRequest = "serviceRequest", Inquiry = "inquiry";

    public static readonly IReadOnlyList<DefaultCategory> Tree =
    [
        new("hardware", "硬件", "Hardware", "device-desktop", Incident, "电脑", Form: DigitalForms.Anything)
        {
            Below =
            [
                new("hardware.computer", "电脑", "Computer", "device-laptop", Form: DeviceForms.Computer, Words: "台式机 笔记本 蓝屏 死机 desktop laptop notebook"),
                new("hardware.printer", "打印机", "Printer", "printer", Module: "打印机", Form: DeviceForms.Printer, Words: "打印 复印 扫描 卡纸 墨粉 硒鼓 print copy scan toner"),
                new("hardware.peripheral", "外设", "Peripherals", "mouse", Form: DeviceForms.Peripheral, Words: "键盘 鼠标 显示器 耳机 keyboard mouse monitor headset"),
                new("hardware.meeting", "投影与会议", "Projectors and meeting rooms", "device-projector", Module: "视频系统", Form: DeviceForms.Meeting, Words: "投影 会议室 大屏 话筒 projector screen meeting room"),
            ],
        },
        new("software", "软件", "Software", "app-window", Incident, "电脑", Form: DigitalForms.Business)
        {
            Below =
            [
                new("software.office", "办公软件", "Office programs", "file-text", Form: DigitalForms.Office, Words: "文档 表格 演示 邮件 浏览器 WPS Word Excel Outlook"),
                new("software.business", "业务系统", "Business systems", "apps", Form: DigitalForms.Business, Words: "OA ERP 财务 人事 报销 审批 finance payroll"),
                new("software.install", "软件安装", "Install software", "download", ServiceRequest, Form: DigitalForms.Install, Words: "安装 升级 授权 install upgrade licence"),
            ],
        },
        new("network", "网络", "Network", "network", Incident, "网络", Form: DigitalForms.Wired)
        {
            Below =
            [
                new("network.wired", "有线网络", "Wired network", "plug", Form: DigitalForms.Wired, Words: "网线 网口 断网 cable ethernet"),
                new("network.wireless", "无线网络", "Wireless network", "wifi", Form: DigitalForms.Wireless, Words: "WiFi WLAN 信号 signal"),
                new("network.vpn", "VPN 远程接入", "VPN and remote access", "shield-lock", Form: DigitalForms.Vpn, Words: "远程 居家办公 remote home"),
            ],
        },
        new("account", "账号与权限", "Accounts and permissions", "key", ServiceRequest, "其他", Form: DigitalForms.Access)
        {
            Below =
            [
                new("account.password", "账号与密码", "Accounts and passwords", "password", Form: DigitalForms.Password, Words: "密码 忘记 锁定 登录 password locked sign in")
                {
                    Hint = "任何人都不会向您要密码，请不要写在这里。",
                    HintEn = "Nobody will ever ask for your password; please do not write it here.",
                },
                new("account.access", "权限申请", "Request access", "license", Form: DigitalForms.Access, Words: "权限 共享 文件夹 开通 access share folder"),
            ],
        },
        new("card", "一卡通", "Staff card", "credit-card", Incident, "一卡通", Form: DeviceForms.Card, Words: "饭卡 工卡 补卡 充值 card badge"),
        new("video", "视频系统", "Video systems", "device-cctv", Incident, "视频系统", Form: DeviceForms.Video, Words: "监控 摄像头 录像 视频会议 camera recording conference"),
        new("phone", "电话", "Telephone", "phone", Incident, "电话", Form: DeviceForms.Phone, Words: "座机 分机 移机 extension line"),
        new("door", "门禁系统", "Door access", "door", Incident, "门禁系统", Form: DeviceForms.Door, Words: "刷卡 门锁 闸机 lock gate"),
        new("advice", "配置咨询", "Advice", "bulb", Inquiry, "其他", Form: DigitalForms.Advice, Words: "怎么用 选型 采购 how to buy"),
        new("other", "其他", "Something else", "dots", Module: "其他", Form: DigitalForms.Anything)
        {
            Hint = "不知道选哪一类也没关系，写清楚就行，服务台会归类。",
            HintEn = "Not sure where it belongs? Just describe it; the service desk will sort it.",
        },
    ];
}

/// <param name="Words">Keywords, separated by blanks.</param>
internal sealed record DefaultCategory(string Code, string Name, string NameEn, string Icon, string? Type = null, string? Module = null, FormDefinition? Form = null, string Words = "")
{
    public string? Hint { get; init; }

    public string? HintEn { get; init; }

    public IReadOnlyList<DefaultCategory> Below { get; init; } = [];

    /// <summary>Itself and what is below, parents first.</summary>
    public IEnumerable<Category> Categories(Guid? parent, int position)
    {
        var category = new Category
        {
            Id = Guid.CreateVersion7(),
            ParentId = parent,
            Code = Code,
            Name = Name,
            NameEn = NameEn,
            Icon = Icon,
            Hint = Hint,
            HintEn = HintEn,
            Keywords = Words.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            DefaultType = Type,
            PaperModule = Module,
            Position = position,
            Form = Form,
        };
        return Below.Index().SelectMany(b => b.Item.Categories(category.Id, b.Index)).Prepend(category);
    }
}
