import { define } from '../../define-element.js';
import { MessageList } from './message-list.js';
import { MessagePreview } from './message-preview.js';
import { MessageSender } from './message-sender.js';
import { MessageTest } from './message-test.js';
import { MessageTextEditor } from './message-text.js';
import { MessagesPage } from './messages-page.js';

define('opus-console-message-preview', MessagePreview);
define('opus-console-message-test', MessageTest);
define('opus-console-message-list', MessageList);
define('opus-console-message-text', MessageTextEditor);
define('opus-console-message-sender', MessageSender);
define('opus-console-messages', MessagesPage);
