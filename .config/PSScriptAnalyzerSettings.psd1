# Used by ./build.ps1 Test and by Visual Studio Code. All other default rules and all rules of the PowerShell Gallery apply.
@{
    ExcludeRules = @(
        # Join-Path with several child paths reads better without parameter names.
        'PSAvoidUsingPositionalParameters'
        # The functions are private to their scripts. Nobody calls them with -WhatIf.
        'PSUseShouldProcessForStateChangingFunctions'
        # The scripts are for people at a prompt, and their output is not data.
        'PSAvoidUsingWriteHost'
        # The rule doesn't see a parameter that only a function of the script uses.
        'PSReviewUnusedParameter'
        # PowerShell 7 reads and writes UTF-8 without a byte order mark.
        'PSUseBOMForUnicodeEncodedFile'
    )
}
