/** Whether a text field has the focus: its keys are its own, and nobody is pulled out of a sentence. */
export function isTyping(): boolean {
  return (
    document.activeElement?.matches('textarea,input:not([type=radio],[type=checkbox])') === true
  )
}
