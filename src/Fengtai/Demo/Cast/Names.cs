namespace Fengtai.Demo.Cast;

/// <summary>Names as they are common in China, put together by chance; those that make famous people are left out.</summary>
internal static class Names
{
    private static readonly (string Surname, double Weight)[] Surnames =
    [
        ("王", 7.2), ("李", 7.0), ("张", 6.6), ("刘", 5.2), ("陈", 4.6), ("杨", 3.1), ("赵", 2.7), ("黄", 2.5), ("周", 2.3), ("吴", 2.2), ("徐", 1.9), ("孙", 1.8),
        ("胡", 1.5), ("朱", 1.4), ("高", 1.3), ("林", 1.3), ("何", 1.2), ("郭", 1.2), ("马", 1.1), ("罗", 1.0), ("梁", 0.9), ("宋", 0.9), ("郑", 0.9), ("谢", 0.8),
        ("韩", 0.8), ("唐", 0.7), ("冯", 0.7), ("于", 0.7), ("董", 0.6), ("萧", 0.2), ("程", 0.6), ("曹", 0.6), ("袁", 0.6), ("邓", 0.6), ("许", 0.6), ("傅", 0.4),
        ("沈", 0.5), ("曾", 0.5), ("彭", 0.5), ("吕", 0.5), ("苏", 0.4), ("卢", 0.4), ("蒋", 0.4), ("蔡", 0.4), ("贾", 0.3), ("丁", 0.4), ("魏", 0.4), ("薛", 0.3),
        ("叶", 0.4), ("阎", 0.2), ("余", 0.4), ("潘", 0.4), ("杜", 0.4), ("戴", 0.3), ("夏", 0.3), ("钟", 0.3), ("汪", 0.3), ("田", 0.3), ("任", 0.3), ("姜", 0.3),
        ("范", 0.3), ("方", 0.3), ("石", 0.3), ("谭", 0.2), ("欧阳", 0.15), ("上官", 0.05), ("诸葛", 0.04),
    ];

    private static readonly string[] Given =
    [
        "晓雨", "志远", "明远", "嘉怡", "诗涵", "雨涵", "子涵", "浩宇", "文静", "晓静", "雅婷", "雅琴", "思远", "思雨", "梦洁", "梦瑶", "若曦", "晨曦", "子墨", "泽宇",
        "佳宁", "博文", "博涛", "振宇", "庆华", "建民", "东海", "海峰", "宏伟", "宏亮", "光辉", "志伟", "志华", "卫东", "红梅",
        "淑芬", "淑珍", "凤英", "桂兰", "玉兰", "丽娟", "春燕", "晓燕", "海燕", "雪梅", "秀英", "建华", "建军", "俊峰", "俊豪", "鹏程", "天宇", "宇航", "欣然",
        "欣悦", "雨桐", "语嫣", "静怡", "婉清", "书瑶", "乐天", "一诺", "文轩", "瑞霖", "启航", "承志", "景行", "怀瑾", "逸飞", "慧琳", "晓彤", "彦博", "彦霖",
        "少峰", "永刚", "永健", "新民", "春晖", "春生", "秋实", "冬梅", "金凤", "银花", "玉珍", "翠兰", "美玲", "美华", "艳红", "艳丽", "小红", "小军",
        "长青", "长河", "大勇", "大为", "双喜", "来福", "安琪", "安然", "芷若", "采薇", "婧", "莹", "骁", "旸", "沛",
    ];

    public static readonly IReadOnlyList<string> FromAbroad =
    [
        "Daniel Foster", "Priya Nair", "Kenji Morita", "Lukas Weber", "Sofia Almeida", "Hannah Olsen", "Marco Ferri", "Claire Dubois", "Oliver Grant", "Elena Petrova",
        "Rahul Menon", "Aisha Karim", "Tom Becker", "Yuki Hayase", "Nora Lindqvist", "Pedro Salas", "Emily Carter", "Jonas Keller", "Maya Cohen", "Ivan Horvat",
        "Grace Okoro", "Ben Hughes", "Ingrid Solberg", "Minh Tran",
    ];

    public static string Chinese(Chance chance) => chance.Of(Surnames, s => s.Weight).Surname + chance.Of(Given);
}
