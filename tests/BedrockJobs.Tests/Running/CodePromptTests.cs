namespace BedrockJobs.Tests.Running;

public sealed class CodePromptTests
{
    private static readonly TimeSpan Generous = TimeSpan.FromSeconds(15);

    [Fact]
    public async Task A_caller_that_waits_for_an_answer_is_released_when_the_command_ends()
    {
        var prompt = new CodePrompt();
        var waiting = Task.Run(() => prompt.AskAsync("device"), TestContext.Current.CancellationToken);
        await Task.Delay(TimeSpan.FromMilliseconds(100), TestContext.Current.CancellationToken);

        prompt.Dispose();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => waiting.WaitAsync(Generous, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_caller_after_the_end_of_the_command_does_not_wait()
    {
        var prompt = new CodePrompt();
        prompt.Dispose();

        var asking = Task.Run(() => prompt.AskAsync("device"), TestContext.Current.CancellationToken);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => asking.WaitAsync(Generous, TestContext.Current.CancellationToken));
    }
}
