# The settings for the scripts of the tests, which follow some rules less strictly than other scripts.
@{
    ExcludeRules = @(
        # See .config/PSScriptAnalyzerSettings.psd1.
        'PSAvoidUsingPositionalParameters'
        'PSUseShouldProcessForStateChangingFunctions'
        'PSAvoidUsingWriteHost'
        'PSReviewUnusedParameter'
        'PSUseBOMForUnicodeEncodedFile'
        # A variable of a BeforeAll block or of a dot-sourced script is used in other blocks.
        'PSUseDeclaredVarsMoreThanAssignments'
        # The keys are the example keys of the AWS documentation.
        'PSAvoidUsingConvertToSecureStringWithPlainText'
        # The commands are test data.
        'PSAvoidUsingInvokeExpression'
        # The names of the helper functions are not for users.
        'PSUseSingularNouns'
        # AWS Tools for PowerShell keep the defaults of a session in global variables.
        'PSAvoidGlobalVars'
        # The helper functions use $input.
        'PSUseProcessBlockForPipelineCommand'
        # A job runs in another process, which has a PSHOME of its own.
        'PSUseUsingScopeModifierInNewRunspaces'
        # A test restores $_ for a script block that a debugger would run.
        'PSAvoidAssignmentToAutomaticVariable'
    )
}
