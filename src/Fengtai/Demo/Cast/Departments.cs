namespace Fengtai.Demo.Cast;

/// <summary>The organisation: who works where.</summary>
internal static class Departments
{
    public static readonly Site Beijing = new("北京总部", "Beijing", "A 座", "Building A", "010-5550");
    public static readonly Site Shanghai = new("上海分公司", "Shanghai", "浦江楼", "Pujiang House", "021-5550");
    public static readonly Site Chengdu = new("成都基地", "Chengdu", "3 号厂房", "Plant 3", "028-5550");

    public static readonly Department Office = new("集团办公室", 10, [Beijing]);
    public static readonly Department Information = new("信息中心", 6, [Beijing]);

    public static readonly IReadOnlyList<Department> All =
    [
        Office,
        Information,
        new("财务部", 22, [Beijing, Beijing, Shanghai, Chengdu]),
        new("人力资源部", 16, [Beijing, Beijing, Chengdu]),
        new("法务部", 7, [Beijing]),
        new("行政部", 12, [Beijing, Shanghai, Chengdu]),
        new("采购部", 16, [Beijing, Shanghai]),
        new("市场部", 22, [Shanghai, Shanghai, Beijing]),
        new("销售一部", 28, [Shanghai]),
        new("销售二部", 24, [Beijing, Shanghai]),
        new("客户服务部", 20, [Shanghai, Chengdu]),
        new("研发中心", 48, [Beijing, Beijing, Chengdu]),
        new("质量部", 14, [Chengdu]),
        new("生产一部", 26, [Chengdu]),
        new("生产二部", 20, [Chengdu]),
        new("仓储物流部", 14, [Chengdu, Shanghai]),
        new("安全环保部", 8, [Chengdu]),
    ];
}

/// <param name="Exchange">The beginning of its telephone numbers.</param>
internal sealed record Site(string Name, string NameEn, string Building, string BuildingEn, string Exchange);

/// <param name="Share">How many people, roughly.</param>
/// <param name="Sites">Where they sit; a place named twice has twice as many.</param>
internal sealed record Department(string Name, int Share, IReadOnlyList<Site> Sites);
