using Fengtai.Audit.Rules;
using Xunit;

namespace Fengtai.Tests.Audit;

public sealed class EventDetailsTests
{
    [Theory]
    [InlineData("""{}""", "")]
    [InlineData("""{"ownerId":"x","note":null,"empty":"","none":[]}""", "ownerId=x")]
    [InlineData("""{"isPublic":true,"count":3}""", "isPublic=true;count=3")]
    [InlineData("""{"from":["user"],"to":["user","admin"]}""", "happened:user>user+admin")]
    [InlineData("""{"from":null,"to":"a"}""", "happened:>a")]
    [InlineData("""{"changes":{"phone":{"from":"1","to":"2"},"site":{"from":null,"to":"主楼"}}}""", "phone:1>2;site:>主楼")]
    [InlineData("""{"from":{"teamId":"a","assigneeId":null},"to":{"teamId":"b","assigneeId":null},"reason":"忙"}""", "teamId:a>b;reason=忙")]
    [InlineData("""{"assigneeId":"a","from":"b"}""", "assigneeId=a;from=b")]
    [InlineData("""{"cells":[{"impact":"high","urgency":"low","from":"normal","to":"high"}],"meanings":{}}""", "high-low:normal>high")]
    [InlineData("""{"rating":{"overall":5,"comment":"好"},"before":null}""", "overall=5;comment=好")]
    [InlineData("""{"field":{"key":"k","options":[{"value":"v","label":"l"}]},"at":0}""", "key=k;value=v;label=l;at=0")]
    public void Data_AreFlatLines(string data, string told) => Assert.Equal(
        told,
        string.Join(';', EventDetails.Of(data, "happened").Select(d => d.From is null ? $"{d.Name}={string.Join('+', d.To)}" : $"{d.Name}:{string.Join('+', d.From)}>{string.Join('+', d.To)}")));
}
