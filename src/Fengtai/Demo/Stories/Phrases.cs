using Fengtai.Tickets;

namespace Fengtai.Demo.Stories;

/// <summary>What is said about any matter, in one language.</summary>
internal sealed record Phrases
{
    public static readonly Phrases Chinese = new()
    {
        Received =
        [
            "您好，您的工单已收到，正在安排工程师处理，请保持电话畅通。",
            "您好，已受理，马上为您安排，有进展会在这里告诉您。",
            "收到，已转给对应的工程师，预计一小时内与您联系。",
            "您好，情况已了解，工程师会先与您联系，如需到现场会提前约时间。",
            "您好，已登记。请先不要重复操作，工程师会尽快联系您。",
        ],
        Progress =
        [
            "工程师正在处理，有结果马上告诉您。",
            "已经找到原因，正在修复，预计今天下班前完成。",
            "还在排查中，先给您同步一下进度，明天上午再更新。",
        ],
        ProgressOfRequests = ["已在办理，预计今天完成。", "已提交，办好后会在这里通知您。", "正在准备，明天上午给您答复。"],
        Plans =
        [
            "处理计划：先远程收集日志确认原因，再到现场更换或调整，预计今天内完成。",
            "计划先恢复您的使用，再查根本原因：第一步换备用设备，第二步检修原设备。",
            "已安排：今天下午到场检查线路和端口，必要时更换配件，完成后请您当场测试。",
            "先按已知问题处理，重启相关服务；如果仍不行，晚上维护窗口再升级，不影响白天使用。",
        ],
        PlansOfRequests = ["办理步骤：核对权限和授权，开通后发您使用说明，完成后请您登录确认。", "计划先确认型号和库存，备好后约时间送到您座位并调试。"],
        Promises = ["给您明确的结果或下一步安排。", "工程师到您座位处理。", "恢复使用，或先提供备用设备。"],
        PromisesOfRequests = ["办好并通知您。", "给您准确的办理时间。"],
        VisitTasks = ["联系用户约定上门时间", "到现场处理并测试", "请用户当面确认可以正常使用"],
        Urging = ["请问什么时候能好？有点急。", "麻烦催一下，这边等着用。", "请问有进展了吗？", "一上午过去了还没人来，能不能快点？", "下午三点有会要用，来得及吗？"],
        Answers = ["您好，工程师已在路上，大约 15 分钟到。", "抱歉让您久等，已联系工程师优先处理，半小时内给您回复。", "正在处理，预计一小时内恢复，给您添麻烦了。"],
        Noted = ["好的，已补充到工单里，一并转给工程师。", "收到，这个情况很有用，已记录。"],
        Thanks = ["谢谢！", "好的，谢谢", "收到，谢谢！", "辛苦了", "太感谢了！", "好的"],
        Extra = ["补充一下：换了一台电脑试也是一样。", "补充：同事 {person} 也遇到了同样的问题。", "刚又试了一次，还是不行，提示一样。"],
        NotSolved = ["又出现了，和之前一样，没有彻底解决。", "只好了半天，今天又不行了。", "还是不行，提示没变。", "试了一下，问题还在，麻烦再看看。"],
        Reopened = ["用了两天又出现同样的问题。", "周末过后又不行了，麻烦再处理一下。", "重启以后问题又回来了。"],
        CancelReasons = ["自己弄好了，不用来了。", "同事帮忙解决了，谢谢。", "重复提交了，撤回这张。", "暂时不需要了。"],
        CalledSolved = ["用户确认已解决，表示满意。", "用户确认正常使用。", "确认解决，用户无其他问题。", "用户说目前正常，感谢及时处理。"],
        CalledUnsolved = ["用户反映问题仍在，需要再看。", "用户说今天早上又出现一次，转回工程师。"],
        NotReached = ["无人接听。", "占线，稍后再拨。", "用户在开会，没有接听。"],
        Comments = new Dictionary<int, IReadOnlyList<string>>
        {
            [5] = ["处理很快，态度特别好！", "工程师很专业，讲得也清楚。", "响应非常及时，点赞。", "一个电话就解决了，方便。", "很满意，辛苦了。"],
            [4] = ["解决了，速度可以再快一点。", "总体不错。", "工程师很耐心。", "下次希望能提前说一下到场时间。"],
            [3] = ["能用了，就是等得有点久。", "中间没人告诉进展。", "一般，来了两次才弄好。"],
            [2] = ["等了一天才处理，影响工作。", "转了两个人，同样的问题说了三遍。"],
            [1] = ["问题反复出现，一直没有根治。", "催了好几次才有人来。"],
        },
    };

    public static readonly Phrases English = new()
    {
        Received = ["Thank you, we have your request and will get back to you within the hour.", "Received. An engineer will contact you shortly.", "Thank you for reporting this. We are looking into it now."],
        Progress = ["We have found the cause and are working on it; we expect to be done today.", "Still investigating. You will hear from us tomorrow morning at the latest."],
        ProgressOfRequests = ["We are working on it and expect to be done today.", "Nearly there; you will hear from us tomorrow morning at the latest."],
        Plans = ["Our plan: first we collect the logs to find the cause, then we repair it at your desk, most likely today.", "We first give you a spare so that you can work, then repair your own device."],
        PlansOfRequests = ["We check the licence, set it up and send you a short guide; please sign in once to confirm."],
        Promises = ["You will have a result or know the next step.", "An engineer will be at your desk."],
        PromisesOfRequests = ["It will be done, and you will hear from us."],
        VisitTasks = ["Agree a time with the user", "Repair on site and test", "Have the user confirm that it works"],
        Urging = ["Any news on this? I need it for a call this afternoon.", "Could you tell me when this will be fixed?"],
        Answers = ["Sorry for the wait. The engineer will be with you in about fifteen minutes.", "We are on it and expect to be done within the hour."],
        Noted = ["Thank you, we have added this for the engineer."],
        Thanks = ["Thanks!", "Thank you very much!", "Got it, thanks"],
        Extra = ["One more thing: {person} next to me has the same problem.", "I tried again just now, same message."],
        NotSolved = ["It happened again this morning, same message.", "Unfortunately it still does not work."],
        Reopened = ["It worked for two days, now the problem is back."],
        CancelReasons = ["It works again, no need to come.", "A colleague helped me, thank you."],
        CalledSolved = ["用户（英文）确认已解决。"],
        CalledUnsolved = ["用户（英文）反映问题仍在。"],
        NotReached = ["无人接听，已留言（英文）。"],
        Comments = new Dictionary<int, IReadOnlyList<string>>
        {
            [5] = ["Quick and friendly, thank you!", "Very helpful, and in English too."],
            [4] = ["Solved, could have been a little faster."],
            [3] = ["It works now, but I had to ask twice."],
            [2] = ["It took too long for such a small thing."],
            [1] = ["The problem keeps coming back."],
        },
    };

    public required IReadOnlyList<string> Received { get; init; }

    public required IReadOnlyList<string> Progress { get; init; }

    /// <summary>For what is wished for rather than broken.</summary>
    public required IReadOnlyList<string> ProgressOfRequests { get; init; }

    /// <summary>What will be done, step by step.</summary>
    public required IReadOnlyList<string> Plans { get; init; }

    public required IReadOnlyList<string> PlansOfRequests { get; init; }

    /// <summary>What the user may count on by a time.</summary>
    public required IReadOnlyList<string> Promises { get; init; }

    public required IReadOnlyList<string> PromisesOfRequests { get; init; }

    /// <summary>The check-list of a visit.</summary>
    public required IReadOnlyList<string> VisitTasks { get; init; }

    public required IReadOnlyList<string> Urging { get; init; }

    public required IReadOnlyList<string> Answers { get; init; }

    /// <summary>Answers to what users add.</summary>
    public required IReadOnlyList<string> Noted { get; init; }

    public required IReadOnlyList<string> Thanks { get; init; }

    /// <summary>What users add of their own accord.</summary>
    public required IReadOnlyList<string> Extra { get; init; }

    public required IReadOnlyList<string> NotSolved { get; init; }

    public required IReadOnlyList<string> Reopened { get; init; }

    public required IReadOnlyList<string> CancelReasons { get; init; }

    public required IReadOnlyList<string> CalledSolved { get; init; }

    public required IReadOnlyList<string> CalledUnsolved { get; init; }

    public required IReadOnlyList<string> NotReached { get; init; }

    /// <summary>By the overall rating.</summary>
    public required IReadOnlyDictionary<int, IReadOnlyList<string>> Comments { get; init; }

    /// <summary>What staff say to one another, in Chinese whatever the user speaks.</summary>
    public static IReadOnlyList<string> Dispatched => ["已和用户沟通过，转专业组处理。", "用户比较急，请优先联系。", "同一区域今天第二单，请一起看。", "联系方式已核对，用户全天在座位。"];

    /// <summary>Why work goes to somebody else of the same team.</summary>
    public static IReadOnlyList<string> PassedWithin => ["今天在外地出差，转同组同事处理。", "手上有紧急单，转同事先处理。", "同事上次处理过这台设备，转给他更快。", "马上下班交接，转晚班同事。"];

    /// <summary>Why work goes to another team.</summary>
    public static IReadOnlyList<string> PassedAcross => ["排查后确认不是本组范围，转对口组处理，已试过重启和换端口。", "初步判断不在我们这边，日志已附在内部备注，转对口组。", "用户描述的是另一套系统，转对应组。"];

    public static IReadOnlyList<string> SupplierNeeded => ["设备在保，需要厂商工程师上门更换主板。", "软件缺陷，需要开发商提供补丁。", "专线侧中断，需要运营商排查。"];

    public static IReadOnlyList<string> LeadNeeded => ["影响多个部门，需要协调资源。", "用户已多次催办，需要主管出面沟通。", "需要停机窗口，请负责人决定。"];

    /// <summary>What was found out before it was escalated.</summary>
    public static IReadOnlyList<string> Analyses =>
    [
        "已复现；重启、换端口、换账号均无效，日志已收集，初步判断不在终端侧。",
        "对比了同型号设备，只有这一批有问题，怀疑固件版本。",
        "本地检查正常，抓包看到服务端超时，需要有权限的人看服务器日志。",
    ];

    /// <summary>Why the desk departs from the matrix.</summary>
    public static IReadOnlyList<string> Regraded => ["领导会议使用，提高优先级。", "月底结账高峰，提高优先级。", "用户有备用设备可用，降低优先级。"];

    public static IReadOnlyList<(ContactBy By, string Note)> ContactsAboutRequests =>
    [
        (ContactBy.Phone, "电话确认需求细节和希望完成的时间。"),
        (ContactBy.InPerson, "到座位当面确认需求。"),
        (ContactBy.Im, "企业微信确认了所需的型号和范围。"),
    ];

    public static IReadOnlyList<(ContactBy By, string Note)> ContactsAboutFaults =>
    [
        (ContactBy.Phone, "电话联系用户，说明处理安排，约定上门时间。"),
        (ContactBy.Phone, "电话了解情况，指导用户先做了重启。"),
        (ContactBy.InPerson, "到座位当面了解情况。"),
        (ContactBy.Remote, "经用户同意远程查看，已复现问题。"),
        (ContactBy.Im, "企业微信联系用户，已发操作截图。"),
    ];
}
