# RFC 6120 §11.1: processing instructions are not allowed
## prosody: its parser calls it not-well-formed
[Client] Romeo
	jid: romeo@example.org
-----
Romeo sends raw:
	<?php echo 1 ?>
Romeo receives stream error: restricted-xml
