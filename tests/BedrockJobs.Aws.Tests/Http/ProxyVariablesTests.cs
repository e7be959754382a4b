using AwsEnvironment;

namespace BedrockJobs.Aws.Tests.Http;

public sealed class ProxyVariablesTests : IDisposable
{
    private static readonly Uri Http = new("http://bedrock.example.com");
    private static readonly Uri Https = new("https://bedrock.example.com");

    private readonly Stack<EnvironmentVariable> _variables = [];

    public ProxyVariablesTests()
    {
        foreach (var name in (string[])["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY", "GATEWAY_INTERFACE"])
        {
            Set(name, null);
            Set(name.ToLowerInvariant(), null);
        }
    }

    public void Dispose()
    {
        while (_variables.TryPop(out var variable))
        {
            variable.Dispose();
        }
    }

    [Theory]
    [InlineData("HTTP_PROXY=http://a", "http://a/", null)]
    [InlineData("HTTPS_PROXY=http://a", null, "http://a/")]
    [InlineData("ALL_PROXY=http://a", "http://a/", "http://a/")]
    [InlineData("ALL_PROXY=http://a https_proxy=http://b", "http://a/", "http://b/")]
    [InlineData("HTTP_PROXY=a:81 HTTPS_PROXY=https://b", "http://a:81/", "https://b/")]
    [InlineData("ALL_PROXY=socks5://a:9050", "socks5://a:9050/", "socks5://a:9050/")]
    [InlineData("ALL_PROXY=socks4a://a", "socks4a://a:1080/", "socks4a://a:1080/")]
    [InlineData("HTTP_PROXY=http://[::1]:3128/path?query", "http://[::1]:3128/", null)]
    [InlineData("HTTP_PROXY=http://a GATEWAY_INTERFACE=CGI/1.1", null, null)]
    [InlineData("ALL_PROXY=http://a NO_PROXY=example.com", null, null)]
    [InlineData("ALL_PROXY=http://a no_proxy=*", null, null)]
    [InlineData("ALL_PROXY=http://a no_proxy=other.org NO_PROXY=*", "http://a/", "http://a/")]
    public void Each_scheme_has_the_proxy_of_its_variable(string variables, string? http, string? https)
    {
        SetAll(variables);

        var proxy = ProxyVariables.Read().ToProxy();

        Assert.Equal(http, proxy?.GetProxy(Http)?.AbsoluteUri);
        Assert.Equal(https, proxy?.GetProxy(Https)?.AbsoluteUri);
    }

    [Theory]
    [InlineData("http://user:pass@proxy:81", "user", "pass")]
    [InlineData("user:pass@proxy:81", "user", "pass")]
    [InlineData("http://user@proxy:81", "user", "")]
    [InlineData("http://us%40er:p%3Ass@proxy:81", "us@er", "p:ss")]
    [InlineData("http://user:p@ss/w#rd?@proxy:81", "user", "p@ss/w#rd?")]
    public void A_proxy_gets_only_the_name_and_password_in_its_own_variable(string value, string user, string password)
    {
        SetAll($"HTTP_PROXY={value} HTTPS_PROXY=http://other:1");

        var proxy = ProxyVariables.Read().ToProxy()!;

        Assert.Equal("http://proxy:81/", proxy.GetProxy(Http)!.AbsoluteUri);
        var credential = proxy.Credentials!.GetCredential(proxy.GetProxy(Http)!, "Basic")!;
        Assert.Equal((user, password), (credential.UserName, credential.Password));
        Assert.Null(proxy.Credentials.GetCredential(proxy.GetProxy(Https)!, "Basic"));
        Assert.Null(proxy.Credentials.GetCredential(Http, "Basic"));
    }

    [Theory]
    [InlineData("ftp://user:hunter2@proxy")]
    [InlineData("http://user:hunter2@")]
    [InlineData("http://user:hunter2@proxy:port")]
    [InlineData("http://user:hunter2@a b")]
    public void A_variable_that_is_not_a_proxy_is_rejected_without_its_value(string value)
    {
        Set("HTTPS_PROXY", value);

        var failure = Assert.Throws<BedrockRequestException>(() => ProxyVariables.Read().ToProxy());

        Assert.Equal(BedrockErrorId.ValidationFailed, failure.ErrorId);
        Assert.Contains("HTTPS_PROXY is not", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_proxy_of_the_session_applies_if_the_environment_specifies_none()
    {
        var before = System.Net.Http.HttpClient.DefaultProxy;
        var session = new WebProxy("http://session:1");
        try
        {
            System.Net.Http.HttpClient.DefaultProxy = session;
            Assert.Same(session, ProxyVariables.Read().ToProxy());
            Set("ALL_PROXY", "http://a");
            Assert.Equal("http://a/", ProxyVariables.Read().ToProxy()!.GetProxy(Https)!.AbsoluteUri);
        }
        finally
        {
            System.Net.Http.HttpClient.DefaultProxy = before;
        }
    }

    [Fact]
    public void The_settings_are_equal_while_the_variables_are_unchanged()
    {
        SetAll("HTTP_PROXY=http://a NO_PROXY=b");
        var first = ProxyVariables.Read();
        Assert.Equal(first, ProxyVariables.Read());
        Set("NO_PROXY", "c");
        Assert.NotEqual(first, ProxyVariables.Read());
    }

    private void Set(string name, string? value) => _variables.Push(new EnvironmentVariable(name, value));

    private void SetAll(string variables)
    {
        foreach (var parts in variables.Split(' ').Select(variable => variable.Split('=', 2)))
        {
            Set(parts[0], parts[1]);
        }
    }
}
