/** What is written with a sign-in code: short, in both languages, for we do not know yet who reads it. */
export function codeMail(code: string): { subject: string; text: string } {
  return {
    subject: `サインインコード ${code} / Your sign-in code`,
    text: `サインインコードは ${code} です（10分間有効）。\nお心当たりがない場合は、このメールを破棄してください。\n\nYour sign-in code is ${code}, valid for 10 minutes.\nIf you did not ask for it, ignore this mail.\n`,
  }
}

// One SMS carries 70 characters.
export function codeText(code: string): string {
  return `サインインコード ${code}（10分間有効）。だれにも教えないでください。Sign-in code, tell no one.`
}
