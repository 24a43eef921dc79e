using System.Text.RegularExpressions;
using Fengtai.Demo.Cast;

namespace Fengtai.Demo.Stories;

/// <summary>What differs from time to time in the same story; the same throughout one ticket.</summary>
internal sealed partial class Details
{
    private static readonly string[] PrinterModels = ["HP LaserJet M405", "HP LaserJet Pro 4104", "Canon iR 2625", "Brother 5595DN", "Kyocera P3145", "奔图 P3385"];
    private static readonly string[] Computers = ["联想 ThinkPad E14", "联想 ThinkCentre M740", "Dell Latitude 5440", "Dell OptiPlex 7010", "华为 MateBook B5", "HP EliteDesk 800"];
    private static readonly string[] Laptops = ["联想 ThinkPad E14", "Dell Latitude 5440", "华为 MateBook B5", "HP ProBook 440"];
    private static readonly string[] Systems = ["OA 办公系统", "ERP 系统", "报销系统", "人事系统", "合同管理系统", "MES 系统", "CRM 系统", "资产管理系统"];
    private static readonly string[] SystemsEn = ["the OA portal", "the ERP system", "the expense system", "the HR portal", "the CRM system"];
    private static readonly string[] Programs = ["AutoCAD 2025", "SolidWorks", "Visio", "Project", "Visual Studio", "DBeaver", "Foxmail", "XMind", "MATLAB", "Photoshop"];
    private static readonly string[] Codes = ["0x0000011B", "0x80070005", "0x00000709", "0x8007000E", "0x000000D1", "0xC0000005", "0x80004005"];
    private static readonly string[] Doors = ["A 座 1 层东门", "A 座 8 层玻璃门", "B 座 3 层研发区", "3 号厂房北门", "浦江楼 6 层前台", "档案室", "A 座地下车库闸机"];
    private static readonly string[] Cameras = ["A 座大堂 01 号摄像头", "地下车库 07 号摄像头", "3 号厂房装卸区 12 号摄像头", "浦江楼前台 02 号摄像头"];
    private static readonly string[] Meetings = ["A 座 3 层第一会议室", "A 座 3 层第二会议室", "A 座 12 层大会议室", "浦江楼 6 层会议室", "3 号厂房 2 层培训室"];
    private static readonly string[] Hosts = ["erp-db-01", "oa-app-02", "mes-app-01", "file-01", "mail-gw-01", "bak-01"];

    private readonly Dictionary<string, string> _words;

    private Details(Dictionary<string, string> words) => _words = words;

    /// <param name="who">Whom it happens to.</param>
    public static Details Of(Colleague who, IReadOnlyList<Colleague> colleagues, DateTimeOffset at, bool english, Chance chance) => new(new()
    {
        ["dept"] = who.Person.Department!,
        ["room"] = who.Place,
        ["roomEn"] = who.PlaceEn,
        ["ext"] = who.Extension,
        ["staff"] = who.Person.StaffNumber!,
        ["login"] = who.Person.Login,
        ["person"] = chance.Of(colleagues).Name,
        ["printer"] = chance.Of(PrinterModels),
        ["printerNo"] = $"PR-{chance.Between(1, 180):0000}",
        ["pc"] = chance.Of(Computers),
        ["laptop"] = chance.Of(Laptops),
        ["pcNo"] = $"PC-{chance.Between(1, 2400):0000}",
        ["app"] = chance.Of(english ? SystemsEn : Systems),
        ["soft"] = chance.Of(Programs),
        ["code"] = chance.Of(Codes),
        ["door"] = chance.Of(Doors),
        ["camera"] = chance.Of(Cameras),
        ["meeting"] = chance.Of(Meetings),
        ["host"] = chance.Of(Hosts),
        ["switch"] = $"SW-{who.Floor:00}-{chance.Between(1, 4)}",
        ["port"] = $"{who.Floor}F-{chance.Between(1, 96):00}",
        ["share"] = $@"\\file-01\{chance.Of(["项目资料", "部门共享", "合同扫描", "月度结算"])}",
        ["doc"] = $"BX{at.Year}{at.Month:00}{chance.Between(1, 9999):0000}",
        ["month"] = $"{at.AddMonths(-1).Month} 月",
    });

    /// <summary>The text with its braces filled in.</summary>
    public string In(string text) => BetweenCharacters.Replace(Hole.Replace(text, hole => _words[hole.Groups["word"].Value]), "");

    public static IReadOnlyList<string> AllCodes => Codes;

    public string this[string word] => _words[word];

    [GeneratedRegex(@"\{(?<word>\w+)\}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Hole { get; }

    /// <summary>The blank that stands beside Latin words has no place between two Chinese ones.</summary>
    [GeneratedRegex(@"(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex BetweenCharacters { get; }
}
